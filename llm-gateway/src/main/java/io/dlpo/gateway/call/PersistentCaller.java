package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.ModelRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Calls the endpoint until it replies, for as long as that may help: faults that pass are waited
 * out with a jittered back-off, and never less than {@code Retry-After} says.
 */
@ApplicationScoped
public class PersistentCaller {

  private static final Logger LOG = Logger.getLogger(PersistentCaller.class);

  private final ModelEndpoint endpoint;
  private final CoolDown coolDown;
  private final GatewaySettings settings;

  PersistentCaller(ModelEndpoint endpoint, CoolDown coolDown, GatewaySettings settings) {
    this.endpoint = endpoint;
    this.coolDown = coolDown;
    this.settings = settings;
  }

  /** Blocks for {@code dlpo.gateway.max-duration} and one attempt at most. */
  public CallOutcome call(ModelRequest request) {
    long start = System.nanoTime();
    Duration pause = coolDown.remaining();
    for (int attempt = 1; ; attempt++) {
      LockSupport.parkNanos(pause.toNanos());
      try {
        return new CallOutcome.Answered(endpoint.ask(request));
      } catch (EndpointException e) {
        LOG.debugf(e, "attempt %d failed", attempt);
        pause = pauseAfter(attempt);
        if (!worthAnother(e.fault(), attempt, start, pause)) {
          return new CallOutcome.Failed(e.fault().failure());
        }
        LOG.infof(
            "attempt %d of %d in %d ms: %s",
            attempt + 1, settings.attempts(), pause.toMillis(), e.getMessage());
      }
    }
  }

  private boolean worthAnother(EndpointFault fault, int attempt, long start, Duration pause) {
    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    return fault.retriable()
        && attempt < settings.attempts()
        && spent.plus(pause).compareTo(settings.maxDuration()) <= 0
        && !Thread.currentThread().isInterrupted();
  }

  /** Full jitter above a half, so that a crowd of callers does not come back as one. */
  private Duration pauseAfter(int attempt) {
    long backOff = settings.firstPause().toNanos() << Math.min(attempt - 1, 10);
    Duration own =
        Duration.ofNanos((long) (backOff * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    Duration asked = coolDown.remaining();
    return asked.isZero()
        ? own
        : asked.plusNanos((long) (own.toNanos() * ThreadLocalRandom.current().nextDouble()));
  }
}
