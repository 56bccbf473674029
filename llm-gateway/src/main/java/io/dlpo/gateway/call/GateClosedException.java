package io.dlpo.gateway.call;

/** The process ends before a call was made; nothing is known of the model. */
public final class GateClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GateClosedException() {
    super("the process ends, no call of a model begins any more");
  }
}
