package io.dlpo.gateway.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the attempts of this process have last seen of the endpoint. Holds nothing that the endpoint
 * or a user has said, for whoever reaches the port of health may read it. Thread-safe.
 */
@ApplicationScoped
class EndpointState {

  private volatile @Nullable Instant reply;
  private volatile @Nullable Fault fault;

  /**
   * An attempt without a reply.
   *
   * @param what a kind and, if there is one, a status
   */
  record Fault(String what, Instant at) {

    private static Fault of(EndpointFault fault, Instant at) {
      String kind = fault.kind().name().toLowerCase(Locale.ROOT);
      return new Fault(
          fault.status().isPresent() ? kind + ", status " + fault.status().getAsInt() : kind, at);
    }
  }

  /** An attempt has ended with a reply. */
  void replied(Instant at) {
    reply = at;
  }

  /** An attempt has ended without one. */
  void failed(EndpointFault attempt, Instant at) {
    fault = Fault.of(attempt, at);
  }

  /** When the last reply came to this process. */
  Optional<Instant> lastReply() {
    return Optional.ofNullable(reply);
  }

  /** The last fault, which later replies do not take away. */
  Optional<Fault> lastFault() {
    return Optional.ofNullable(fault);
  }
}
