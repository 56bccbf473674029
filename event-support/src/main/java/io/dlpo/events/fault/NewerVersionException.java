package io.dlpo.events.fault;

/**
 * A record that needs what only a newer version of the services knows, such as a run that a newer
 * process has changed. To ignore the unknown part could change the run, so the record is retried:
 * in a rolling upgrade a newer process takes it over soon. If none does within {@code
 * dlpo.events.retry-for}, it becomes a dead letter, which can be redriven after an upgrade.
 */
public final class NewerVersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what is unknown, and where
   */
  public NewerVersionException(String what) {
    super(what + "; a newer version of this service wrote it and can handle it");
  }
}
