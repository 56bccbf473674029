package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.concurrency.FairSemaphore;
import io.dlpo.gateway.rate.SharedRateLimit;
import io.dlpo.gateway.throttle.SharedThrottle;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Limits the calls of one model at one endpoint: first the number of concurrent calls in this
 * process, then, one at a time, the rate limit shared by all processes. Both are fair between runs.
 * Thread-safe; blocks.
 */
final class CallLimiter {

  private final SharedRateLimit limit;
  private final SharedThrottle throttle;
  private final CoolDown coolDown;
  private final CallGate gate;
  private final Duration longestHold;
  private final FairSemaphore concurrency;
  private final FairSemaphore rateLimitTurn = new FairSemaphore(() -> 1);

  CallLimiter(
      SharedRateLimit limit,
      SharedThrottle throttle,
      CoolDown coolDown,
      CallGate gate,
      GatewaySettings settings) {
    this.gate = gate;
    this.limit = limit;
    this.throttle = throttle;
    this.coolDown = coolDown;
    this.longestHold = settings.maxDuration();
    this.concurrency = new FairSemaphore(() -> throttle.known().limit(settings.connections()));
  }

  /** Whether the call was made. */
  sealed interface Result<T> {

    /** The call was made. */
    record Called<T>(T result) implements Result<T> {}

    /** The call was no longer needed; no permit was taken. */
    record Unneeded<T>() implements Result<T> {}
  }

  /**
   * Waits for a turn, then makes one attempt.
   *
   * @param unneeded checked when the turn comes, since the wait may have been long
   * @param attempt makes the call; receives the number of tokens taken for it
   * @throws GateClosedException if the process shuts down first
   */
  <T> Result<T> call(ModelRequest request, BooleanSupplier unneeded, Function<Long, T> attempt) {
    return concurrency.withPermit(
        request.sampleScope(),
        () -> {
          long taken = permit(request, unneeded);
          return taken < 0 ? new Result.Unneeded<>() : new Result.Called<>(attempt.apply(taken));
        });
  }

  /** The number of tokens taken, or -1 if the call is no longer needed. */
  private long permit(ModelRequest request, BooleanSupplier unneeded) {
    if (!limit.isEnabled()) {
      awaitHold();
      return unneeded.getAsBoolean() ? -1 : 0;
    }
    return rateLimitTurn.withPermit(
        request.sampleScope(),
        () -> {
          awaitHold();
          return unneeded.getAsBoolean() ? -1L : limit.take(request);
        });
  }

  /**
   * Waits as long as the endpoint asked, but at most as long as a call may take; then it is called
   * again.
   */
  private void awaitHold() {
    gate.pass();
    Duration shared = throttle.now().hold();
    Duration own = coolDown.remaining();
    Duration hold = shared.compareTo(own) > 0 ? shared : own;
    gate.pause(hold.compareTo(longestHold) > 0 ? longestHold : hold);
  }

  /** Records that the endpoint rate-limited a call. */
  void refused() {
    throttle.refused(coolDown.remaining());
  }

  /** Corrects the number of tokens taken for an attempt. */
  void settle(long taken, long used) {
    limit.settle(taken, used);
  }
}
