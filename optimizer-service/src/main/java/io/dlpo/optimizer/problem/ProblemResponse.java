package io.dlpo.optimizer.problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * An error response from outside of the endpoints.
 *
 * @param problem the body
 * @param headers further headers
 */
public record ProblemResponse(ProblemBody problem, Map<String, String> headers) {

  /** The header whose value {@code close} ends the connection. */
  static final String CONNECTION = "Connection";

  public ProblemResponse {
    headers = Map.copyOf(headers);
  }

  /** A response without further headers. */
  public static ProblemResponse of(ProblemBody problem) {
    return new ProblemResponse(problem, Map.of());
  }

  /**
   * Ends the response of a request, whose body is dropped. With the header {@code Connection:
   * close}, the body is not waited for.
   */
  public void send(RoutingContext context) {
    if (headers.containsKey(CONNECTION)) {
      context.response().endHandler(ended -> context.request().connection().close());
    } else if (!context.request().isEnded()) {
      context.request().resume();
    }
    HttpServerResponse response = context.response().setStatusCode(problem.status());
    headers.forEach(response::putHeader);
    response.putHeader("Content-Type", ProblemBody.MEDIA_TYPE).end(Json.encode(problem));
  }
}
