package io.dlpo.gateway.call;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;

/**
 * Records {@code Retry-After}, which the client's exceptions do not carry. It applies to the
 * endpoint and thus to all calls of the process.
 */
@Provider
public class RetryAfterFilter implements ClientResponseFilter {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;

  private final CoolDown coolDown;

  /** The client creates its filters itself, without injection. */
  public RetryAfterFilter() {
    this.coolDown = CDI.current().select(CoolDown.class).get();
  }

  /** Called on an I/O thread; does not block. */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    int status = response.getStatus();
    if (status != TOO_MANY_REQUESTS && status != SERVICE_UNAVAILABLE) {
      // The filter is also called without a response; then there are no headers.
      return;
    }
    String header = response.getHeaderString("Retry-After");
    if (header != null) {
      RetryAfter.read(header, Instant.now()).ifPresent(coolDown::extend);
    }
  }
}
