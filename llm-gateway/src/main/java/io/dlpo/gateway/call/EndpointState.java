package io.dlpo.gateway.call;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last reply and the last fault of an endpoint in this process. Holds no text of the endpoint
 * or of a user, because the health port is not authenticated. Thread-safe.
 */
class EndpointState {

  private volatile @Nullable Instant reply;
  private volatile @Nullable Fault fault;

  /**
   * A failed attempt.
   *
   * @param description the kind of failure and the HTTP status, if any
   */
  record Fault(String description, Instant at) {

    private static Fault of(EndpointFault fault, Instant at) {
      String kind = fault.kind().name().toLowerCase(Locale.ROOT);
      return new Fault(
          fault.status().isPresent() ? kind + ", status " + fault.status().getAsInt() : kind, at);
    }
  }

  /** An attempt ended with a reply. */
  void replied(Instant at) {
    reply = at;
  }

  /** An attempt failed. */
  void failed(EndpointFault attempt, Instant at) {
    fault = Fault.of(attempt, at);
  }

  /** The time of the last reply. */
  Optional<Instant> lastReply() {
    return Optional.ofNullable(reply);
  }

  /** The last fault; later replies do not clear it. */
  Optional<Fault> lastFault() {
    return Optional.ofNullable(fault);
  }
}
