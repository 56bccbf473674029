package io.dlpo.gateway.call;

/** The process shuts down before a call was made. Says nothing about the model. */
public final class GateClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GateClosedException() {
    super("the process is shutting down, no further model calls are started");
  }
}
