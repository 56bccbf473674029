package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.pace.SharedPace;
import io.dlpo.gateway.rate.SharedLimit;
import io.dlpo.gateway.turn.FairTurns;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The way of one model's calls out of this process: a turn among the calls that may be under way at
 * once, then, one after the other, a permit of the limit that all processes share. Both are fair
 * between runs. Thread-safe; blocks.
 */
final class Lane {

  private final SharedLimit limit;
  private final SharedPace pace;
  private final CoolDown coolDown;
  private final CallGate gate;
  private final Duration longestHold;
  private final FairTurns calls;
  private final FairTurns permits = new FairTurns(() -> 1);

  Lane(
      SharedLimit limit,
      SharedPace pace,
      CoolDown coolDown,
      CallGate gate,
      GatewaySettings settings) {
    this.gate = gate;
    this.limit = limit;
    this.pace = pace;
    this.coolDown = coolDown;
    this.longestHold = settings.maxDuration();
    this.calls = new FairTurns(() -> pace.known().of(settings.connections()));
  }

  /** Whether the call was still needed when its turn came. */
  sealed interface Passage<T> {

    /** It was, and this came of it. */
    record Went<T>(T result) implements Passage<T> {}

    /** Another worker has done it meanwhile; no permit was taken. */
    record Needless<T>() implements Passage<T> {}
  }

  /**
   * Waits for the turn of one attempt and makes it.
   *
   * @param needless asked when the turn has come, since the wait may have been long
   * @param attempt gets the tokens that were taken for it
   * @throws GateClosedException if the process ends before
   */
  <T> Passage<T> pass(ModelRequest request, BooleanSupplier needless, Function<Long, T> attempt) {
    return calls.inTurn(
        request.sampleScope(),
        () -> {
          long taken = permit(request, needless);
          return taken < 0 ? new Passage.Needless<>() : new Passage.Went<>(attempt.apply(taken));
        });
  }

  /** The tokens taken, or -1 if the call is needless. */
  private long permit(ModelRequest request, BooleanSupplier needless) {
    if (!limit.limits()) {
      awaitHold();
      return needless.getAsBoolean() ? -1 : 0;
    }
    return permits.inTurn(
        request.sampleScope(),
        () -> {
          awaitHold();
          return needless.getAsBoolean() ? -1L : limit.take(request);
        });
  }

  /** The endpoint's wish, but never for longer than a call is tried: then it is asked again. */
  private void awaitHold() {
    gate.pass();
    Duration shared = pace.now().hold();
    Duration own = coolDown.remaining();
    Duration hold = shared.compareTo(own) > 0 ? shared : own;
    gate.pause(hold.compareTo(longestHold) > 0 ? longestHold : hold);
  }

  /** Notes that the endpoint refused a call as one too many. */
  void refused() {
    pace.refused(coolDown.remaining());
  }

  /** Corrects the tokens that were taken for an attempt. */
  void settle(long taken, long used) {
    limit.settle(taken, used);
  }
}
