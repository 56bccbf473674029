package io.dlpo.gateway.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.HttpException;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.proxy.ProxyAddress;
import io.dlpo.gateway.reply.ReportedUsage;
import io.dlpo.gateway.reply.UnusableReplyException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Maps the client's exceptions to faults. Pure. */
final class FaultMapper {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String QUOTA_USED_UP = "insufficient_quota";

  /** Shorter keys, such as {@code none}, would match ordinary text. */
  private static final int SHORTEST_SECRET = 8;

  private final EndpointAccess access;
  private final String endpoint;
  private final ConnectionFaults connection;

  /**
   * @param proxy on the way to the endpoint
   */
  FaultMapper(EndpointAccess access, Optional<ProxyAddress> proxy) {
    this.access = access;
    this.endpoint = access.url();
    this.connection = new ConnectionFaults(endpoint, proxy);
  }

  /** The fault behind an exception of the client. */
  EndpointFault map(String model, Throwable thrown) {
    return first(thrown, HttpException.class)
        .map(http -> byStatus(model, http))
        .or(() -> first(thrown, UnusableReplyException.class).map(reply -> unusable(model, reply)))
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
              prefix + " (wrong or missing " + access.keyVariable() + "?)",
              false);
      case 407 -> fault(http, FailureKind.UNAUTHORIZED, connection.proxyRefuses(), false);
      // An account without balance says nothing about the request, like a used-up quota.
      case 402 -> fault(http, FailureKind.RATE_LIMITED, "model " + model + ": " + prefix, false);
      case 404 -> fault(http, FailureKind.MODEL_NOT_FOUND, "model " + model + ": " + prefix, false);
      case 429 ->
          fault(
              http,
              FailureKind.RATE_LIMITED,
              "model " + model + ": " + prefix,
              !isQuotaUsedUp(http.getMessage()));
      case 408 -> fault(http, FailureKind.TIMEOUT, "model " + model + ": " + prefix, true);
      case 409, 425 ->
          fault(http, FailureKind.SERVER_ERROR, "model " + model + ": " + prefix, true);
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
    boolean unreadable = first(thrown, JsonProcessingException.class).isPresent();
    if (!unreadable && causes(thrown).anyMatch(FaultMapper::isConnection)) {
      return connection.map(causes(thrown).toList());
    }
    return fault(
        FailureKind.UNREADABLE,
        "model " + model + " at " + endpoint + " sent a reply that is not a chat completion");
  }

  private EndpointFault unusable(String model, UnusableReplyException reply) {
    return new EndpointFault(
        new CallFailure(
            reply.kind(),
            redacted("model " + model + " at " + endpoint + " " + reply.getMessage())),
        OptionalInt.empty(),
        reply.isRetriable(),
        FaultResponse.used(reply.used()));
  }

  private EndpointFault fault(
      HttpException http, FailureKind kind, String message, boolean retriable) {
    return new EndpointFault(
        new CallFailure(kind, redacted(message)),
        OptionalInt.of(http.statusCode()),
        retriable,
        response(http));
  }

  private static FaultResponse response(HttpException http) {
    String body = http.getMessage() == null ? "" : http.getMessage();
    return new FaultResponse(
        body,
        ReportedUsage.in(body),
        http instanceof DeferredException deferred ? deferred.retryAfter() : Duration.ZERO);
  }

  private EndpointFault fault(FailureKind kind, String message) {
    return new EndpointFault(new CallFailure(kind, redacted(message)), OptionalInt.empty(), true);
  }

  private String redacted(String message) {
    return access
        .key()
        .secrets()
        .filter(key -> key.length() >= SHORTEST_SECRET)
        .reduce(message, (text, key) -> text.replace(key, "***"));
  }

  /** The message of an OpenAI error, or the whole body if it is none. */
  private static String errorMessage(String body) {
    if (body == null || body.isBlank()) {
      return "no message";
    }
    JsonNode message = error(body).path("message");
    return message.isTextual() ? message.textValue() : body;
  }

  /** A quota that is used up comes back with a payment, not with time. */
  private static boolean isQuotaUsedUp(String body) {
    JsonNode error = error(body == null ? "" : body);
    return error.path("code").asText().equals(QUOTA_USED_UP)
        || error.path("type").asText().equals(QUOTA_USED_UP);
  }

  private static JsonNode error(String body) {
    try {
      return MAPPER.readTree(body).path("error");
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    }
  }

  private static <T> Optional<T> first(Throwable thrown, Class<T> type) {
    return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
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

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
