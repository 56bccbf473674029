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
 * What the optimizer, or a proxy before it, has answered.
 *
 * @param base the optimizer's address, for messages
 */
record OptimizerResponse(String base, HttpResponse<byte[]> response) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int ERRORS = 400;
  private static final int NOT_FOUND = 404;
  private static final int REFUSED = 422;
  private static final int BROKEN = 500;

  /** What a proxy says that had no time or no room. */
  private static final Set<Integer> LATER = Set.of(408, 429);

  boolean isNotFound() {
    return response.statusCode() == NOT_FOUND;
  }

  /**
   * What was asked for, as it came.
   *
   * @throws CliException as {@link #json}
   */
  byte[] bytes() {
    if (response.statusCode() >= ERRORS) {
      json();
    }
    return response.body();
  }

  /**
   * What was asked for.
   *
   * @throws OptimizerUnreachableException if the answer says nothing of the question
   * @throws CliException if it is a refusal, with all that is wrong
   */
  JsonNode json() {
    int status = response.statusCode();
    ApiCredentials.refusal(status, response.body().length == 0)
        .ifPresent(
            why -> {
              throw new CliException(ExitStatus.FAILED, "the optimizer at " + base + " " + why);
            });
    JsonNode body = parsed();
    if (status < ERRORS) {
      return body;
    }
    String problem = problem(body);
    if (status >= BROKEN || LATER.contains(status)) {
      throw new OptimizerUnreachableException(ExitStatus.FAILED, problem);
    }
    throw new CliException(status == REFUSED ? ExitStatus.USAGE : ExitStatus.FAILED, problem);
  }

  /** What a proxy says of an error may be no JSON. */
  private JsonNode parsed() {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException e) {
      if (response.statusCode() >= ERRORS) {
        return MissingNode.getInstance();
      }
      throw new UncheckedIOException("the optimizer's answer is no JSON", e);
    }
  }

  /** Each thing that is wrong on a line of its own. */
  private String problem(JsonNode body) {
    String lines =
        body.path("errors")
            .valueStream()
            .map(error -> error.path("message").asText())
            .collect(Collectors.joining("\n      "));
    return lines.isEmpty()
        ? body.path("detail")
            .asText(
                "the optimizer at %s answers with status %d only"
                    .formatted(base, response.statusCode()))
        : lines;
  }
}
