package io.dlpo.simulator.fault;

/** What goes wrong with a request. */
public enum Fault {
  NONE,
  RATE_LIMITED,
  SERVER_ERROR,
  NO_REPLY,
  CUT_REPLY
}
