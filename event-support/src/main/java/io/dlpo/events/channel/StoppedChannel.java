package io.dlpo.events.channel;

import io.dlpo.events.fault.FaultMessages;
import io.smallrye.reactive.messaging.health.HealthReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel that no longer consumes or produces records.
 *
 * @param name the channel
 * @param reason the reason, on one line
 */
record StoppedChannel(String name, String reason) {

  /** The connector joins the last ten faults, which are mostly the same. */
  private static final int MAX_REASON = 200;

  /** The first stopped channel in a liveness report. */
  static Optional<StoppedChannel> in(HealthReport liveness) {
    return liveness.getChannels().stream()
        .filter(channel -> !channel.isOk())
        .map(channel -> new StoppedChannel(channel.getChannel(), line(channel.getMessage())))
        .findFirst();
  }

  private static String line(@Nullable String message) {
    if (message == null) {
      return "no reason given";
    }
    return FaultMessages.line(
        message.length() > MAX_REASON ? message.substring(0, MAX_REASON) + "…" : message);
  }
}
