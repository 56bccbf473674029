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

/** Works out from the client's exception what the endpoint did. Pure. */
final class FaultReading {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String endpoint;
  private final String apiKey;

  FaultReading(String endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  /** The fault behind an exception of the client. */
  EndpointFault read(String model, Throwable thrown) {
    return status(thrown)
        .map(http -> byStatus(model, http))
        .orElseGet(() -> withoutStatus(model, thrown));
  }

  private EndpointFault byStatus(String model, HttpException http) {
    int status = http.statusCode();
    String said = status + " from " + endpoint + ": " + words(http.getMessage());
    return switch (status) {
      case 401, 403 ->
          fault(
              http, FailureKind.UNAUTHORIZED, said + " (wrong or missing OPENAI_API_KEY?)", false);
      case 404 -> fault(http, FailureKind.MODEL_NOT_FOUND, "model " + model + ": " + said, false);
      case 429 -> fault(http, FailureKind.RATE_LIMITED, "model " + model + ": " + said, true);
      case 408 -> fault(http, FailureKind.TIMEOUT, "model " + model + ": " + said, true);
      case 409, 425 -> fault(http, FailureKind.REFUSED, "model " + model + ": " + said, true);
      default ->
          status >= 500
              ? fault(http, FailureKind.SERVER_ERROR, "model " + model + ": " + said, true)
              : fault(http, FailureKind.REFUSED, "model " + model + ": " + said, false);
    };
  }

  private EndpointFault withoutStatus(String model, Throwable thrown) {
    if (causes(thrown).anyMatch(FaultReading::isTimeout)) {
      return fault(FailureKind.TIMEOUT, "model " + model + " gave no reply in time at " + endpoint);
    }
    // A reply that is no JSON is an IOException too, but the endpoint was there.
    boolean unreadable = causes(thrown).anyMatch(JsonProcessingException.class::isInstance);
    if (!unreadable && causes(thrown).anyMatch(FaultReading::isConnection)) {
      return fault(FailureKind.UNREACHABLE, "endpoint " + endpoint + " cannot be reached");
    }
    return fault(
        FailureKind.UNREADABLE,
        "model "
            + model
            + " at "
            + endpoint
            + " gave a reply that is no chat completion: "
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

  /** The message of OpenAI's error JSON; any other body as it is. */
  private static String words(String body) {
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

  /** Vert.x tells a connection that ended early by an exception of its own. */
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
