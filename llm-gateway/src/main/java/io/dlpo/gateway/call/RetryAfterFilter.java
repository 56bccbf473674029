package io.dlpo.gateway.call;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Adds {@code Retry-After} to the exception of a response, which the client's do not carry. */
@Provider
public class RetryAfterFilter implements ClientResponseFilter {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final String PATH = "/chat/completions";

  /** Called on an I/O thread; the body is in memory, so that this does not block. */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response)
      throws IOException {
    int status = response.getStatus();
    if (status != TOO_MANY_REQUESTS && status != SERVICE_UNAVAILABLE) {
      // The filter is also called without a response; then there are no headers.
      return;
    }
    String header = response.getHeaderString("Retry-After");
    if (header == null || !request.getUri().getPath().endsWith(PATH)) {
      return;
    }
    Optional<Duration> after = RetryAfter.read(header, Instant.now());
    if (after.isPresent()) {
      throw new DeferredException(status, body(response), after.get());
    }
  }

  private static String body(ClientResponseContext response) throws IOException {
    InputStream body = response.getEntityStream();
    return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }
}
