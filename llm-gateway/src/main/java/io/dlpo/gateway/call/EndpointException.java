package io.dlpo.gateway.call;

/** A failed attempt. */
final class EndpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient EndpointFault fault;

  EndpointException(EndpointFault fault, Throwable cause) {
    super(fault.failure().message(), cause);
    this.fault = fault;
  }

  EndpointFault fault() {
    return fault;
  }
}
