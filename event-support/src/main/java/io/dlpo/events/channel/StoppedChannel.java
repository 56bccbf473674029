package io.dlpo.events.channel;

import io.dlpo.events.fault.Reasons;
import io.smallrye.reactive.messaging.health.HealthReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel that takes or gives no record any more.
 *
 * @param name of the channel
 * @param reason on one line
 */
record StoppedChannel(String name, String reason) {

  /** The connector joins the last ten faults, mostly the same one. */
  private static final int MOST = 200;

  /** The first one that a report of liveness names. */
  static Optional<StoppedChannel> in(HealthReport liveness) {
    return liveness.getChannels().stream()
        .filter(channel -> !channel.isOk())
        .map(channel -> new StoppedChannel(channel.getChannel(), line(channel.getMessage())))
        .findFirst();
  }

  private static String line(@Nullable String message) {
    if (message == null) {
      return "no reason was given";
    }
    return Reasons.line(message.length() > MOST ? message.substring(0, MOST) + "…" : message);
  }
}
