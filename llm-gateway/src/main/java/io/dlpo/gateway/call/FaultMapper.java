package io.dlpo.gateway.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.HttpException;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Maps the client's exceptions to faults. Pure. */
final class FaultMapper {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String endpoint;
  private final String apiKey;

  FaultMapper(String endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  /** The fault behind an exception of the client. */
  EndpointFault map(String model, Throwable thrown) {
    return status(thrown)
        .map(http -> byStatus(model, http))
        .orElseGet(() -> withoutStatus(model, thrown));
  }

  private EndpointFault byStatus(String model, HttpException http) {
    int status = http.statusCode();
    String prefix = status + " from " + endpoint + ": " + errorMessage(http.getMessage());
    return switch (status) {
      case 401, 403 ->
          fault(
              http,
              FailureKind.UNAUTHORIZED,
              prefix + " (wrong or missing OPENAI_API_KEY?)",
              false);
      case 404 -> fault(http, FailureKind.MODEL_NOT_FOUND, "model " + model + ": " + prefix, false);
      case 429 -> fault(http, FailureKind.RATE_LIMITED, "model " + model + ": " + prefix, true);
      case 408 -> fault(http, FailureKind.TIMEOUT, "model " + model + ": " + prefix, true);
      case 409, 425 -> fault(http, FailureKind.REFUSED, "model " + model + ": " + prefix, true);
      default ->
          status >= 500
              ? fault(http, FailureKind.SERVER_ERROR, "model " + model + ": " + prefix, true)
              : fault(http, FailureKind.REFUSED, "model " + model + ": " + prefix, false);
    };
  }

  private EndpointFault withoutStatus(String model, Throwable thrown) {
    if (causes(thrown).anyMatch(FaultMapper::isTimeout)) {
      return fault(FailureKind.TIMEOUT, "model " + model + " did not reply in time at " + endpoint);
    }
    // Invalid JSON is an IOException too, but then the endpoint was reachable.
    boolean unreadable = causes(thrown).anyMatch(JsonProcessingException.class::isInstance);
    if (!unreadable && causes(thrown).anyMatch(FaultMapper::isConnection)) {
      return fault(FailureKind.UNREACHABLE, "endpoint " + endpoint + " is unreachable");
    }
    return fault(
        FailureKind.UNREADABLE,
        "model "
            + model
            + " at "
            + endpoint
            + " sent a reply that is not a chat completion: "
            + root(thrown).getClass().getSimpleName());
  }

  private EndpointFault fault(
      HttpException http, FailureKind kind, String message, boolean retriable) {
    return new EndpointFault(
        new CallFailure(kind, redacted(message)), OptionalInt.of(http.statusCode()), retriable);
  }

  private EndpointFault fault(FailureKind kind, String message) {
    return new EndpointFault(new CallFailure(kind, redacted(message)), OptionalInt.empty(), true);
  }

  private String redacted(String message) {
    return apiKey.length() < 8 ? message : message.replace(apiKey, "***");
  }

  /** The message of an OpenAI error, or the whole body if it is none. */
  private static String errorMessage(String body) {
    if (body == null || body.isBlank()) {
      return "no message";
    }
    try {
      JsonNode message = MAPPER.readTree(body).at("/error/message");
      return message.isTextual() ? message.textValue() : body;
    } catch (JsonProcessingException e) {
      return body;
    }
  }

  private static Optional<HttpException> status(Throwable thrown) {
    return causes(thrown)
        .filter(HttpException.class::isInstance)
        .map(HttpException.class::cast)
        .findFirst();
  }

  private static boolean isTimeout(Throwable cause) {
    return cause instanceof TimeoutException
        || cause instanceof dev.langchain4j.exception.TimeoutException;
  }

  /** Vert.x reports a connection that was closed early by exceptions of its own. */
  private static boolean isConnection(Throwable cause) {
    return cause instanceof IOException
        || cause.getClass().getSimpleName().startsWith("HttpClosed")
        || cause.getClass().getSimpleName().startsWith("StreamReset");
  }

  private static Throwable root(Throwable thrown) {
    return causes(thrown).reduce(thrown, (outer, inner) -> inner);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
