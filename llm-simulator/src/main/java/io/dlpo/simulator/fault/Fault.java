package io.dlpo.simulator.fault;

/** The faults that the endpoint can simulate. */
public enum Fault {
  NONE,
  RATE_LIMITED,
  SERVER_ERROR,
  NO_REPLY,
  CUT_REPLY
}
