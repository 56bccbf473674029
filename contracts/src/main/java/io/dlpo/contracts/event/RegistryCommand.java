package io.dlpo.contracts.event;

/** The commands that a user can give to a named prompt. */
public enum RegistryCommand {
  /** Make the prompt of a run the next version, unless it is one already, and label it. */
  PROMOTE,
  /** Move a label to a version. */
  LABEL,
  /** Remove a label. */
  UNLABEL
}
