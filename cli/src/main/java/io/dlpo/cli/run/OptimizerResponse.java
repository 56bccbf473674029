package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A response of the optimizer, or of a proxy in front of it.
 *
 * @param base the optimizer's address, for messages
 */
record OptimizerResponse(String base, HttpResponse<byte[]> response) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int CLIENT_ERROR = 400;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;
  private static final int SERVER_ERROR = 500;

  /** Client errors after which the same request may succeed. */
  private static final Set<Integer> RETRYABLE = Set.of(408, 429);

  boolean isNotFound() {
    return response.statusCode() == NOT_FOUND;
  }

  /**
   * The body as it was received.
   *
   * @throws CliException as {@link #json}
   */
  byte[] bytes() {
    if (response.statusCode() >= CLIENT_ERROR) {
      json();
    }
    return response.body();
  }

  /**
   * The body as JSON.
   *
   * @throws OptimizerUnreachableException if the same request may succeed later
   * @throws CliException if the request was refused, with all errors
   */
  JsonNode json() {
    int status = response.statusCode();
    ApiCredentials.refusal(status, response.body().length == 0)
        .ifPresent(
            reason -> {
              throw new CliException(ExitStatus.FAILED, "the optimizer at " + base + " " + reason);
            });
    JsonNode body = parsed();
    if (status < CLIENT_ERROR) {
      return body;
    }
    String problem = problem(body);
    if (status >= SERVER_ERROR || RETRYABLE.contains(status)) {
      throw new OptimizerUnreachableException(ExitStatus.FAILED, problem);
    }
    throw new CliException(status == UNPROCESSABLE ? ExitStatus.USAGE : ExitStatus.FAILED, problem);
  }

  /** A proxy's error page need not be JSON. */
  private JsonNode parsed() {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException e) {
      if (response.statusCode() >= CLIENT_ERROR) {
        return MissingNode.getInstance();
      }
      throw new UncheckedIOException("the response of the optimizer is not JSON", e);
    }
  }

  /** Each error on its own line. */
  private String problem(JsonNode body) {
    String errors =
        body.path("errors")
            .valueStream()
            .map(error -> error.path("message").asText())
            .collect(Collectors.joining("\n"));
    return errors.isEmpty()
        ? body.path("detail")
            .asText(
                "the optimizer at %s responded with status %d and no details"
                    .formatted(base, response.statusCode()))
        : errors;
  }
}
