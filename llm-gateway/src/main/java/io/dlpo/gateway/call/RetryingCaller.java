package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.GatewayMeters;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.WaitTimer;
import io.dlpo.gateway.abandoned.AbandonedEvaluations;
import io.dlpo.gateway.ledger.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Calls the endpoint and retries with jittered back-off, never sooner than {@code Retry-After}
 * allows. Every attempt waits for its turn and its rate-limit permit, and is made only if it is
 * still needed then. The loop is written out because its {@link RetryBudget} is not a limit that a
 * fault-tolerance guard can express.
 */
@ApplicationScoped
public class RetryingCaller {

  private static final Logger LOG = Logger.getLogger(RetryingCaller.class);

  private final ModelEndpoint endpoint;
  private final CallLimiters limiters;
  private final CoolDown coolDown;
  private final CallGate gate;
  private final AbandonedEvaluations abandoned;
  private final GatewaySettings settings;
  private final GatewayMeters meters;

  RetryingCaller(
      ModelEndpoint endpoint,
      CallLimiters limiters,
      CoolDown coolDown,
      CallGate gate,
      AbandonedEvaluations abandoned,
      GatewaySettings settings,
      GatewayMeters meters) {
    this.gate = gate;
    this.abandoned = abandoned;
    this.endpoint = endpoint;
    this.limiters = limiters;
    this.coolDown = coolDown;
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * Blocks while waiting for a turn, and beyond that for {@code dlpo.gateway.max-duration} plus one
   * attempt at most.
   *
   * @param cached looks for a reply in the ledger, which another worker may have stored during a
   *     long wait
   * @throws io.dlpo.gateway.ledger.LedgerException if the database is unreachable
   * @throws GateClosedException if the process shuts down before the model has replied, except
   *     during an attempt in flight
   * @throws IllegalStateException if the thread is interrupted; the state of the call is then
   *     unknown
   */
  public CallOutcome call(ModelRequest request, Supplier<Optional<CallOutcome>> cached) {
    CallLimiter limiter = limiters.of(request.engine().model());
    RetryBudget budget = RetryBudget.UNUSED;
    while (true) {
      Attempt attempt = attempt(limiter, request, cached);
      switch (attempt) {
        case Attempt.Ended ended -> {
          return ended.outcome();
        }
        case Attempt.Faulty faulty -> {
          budget = budget.afterFault(faulty.fault(), faulty.took());
          Duration pause = pauseAfter(budget);
          if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted while calling a model");
          }
          if (!budget.allows(faulty.fault(), pause, settings)) {
            meters.failed(request, faulty.fault().kind());
            return new CallOutcome.Failed(faulty.fault().failure());
          }
          meters.retried(request, faulty.fault().kind());
          LOG.infof(
              "attempt %d in %d ms: %s",
              budget.attempts() + 1, pause.toMillis(), faulty.fault().failure().message());
          gate.pause(pause);
          budget = budget.afterPause(pause);
        }
      }
    }
  }

  private Attempt attempt(
      CallLimiter limiter, ModelRequest request, Supplier<Optional<CallOutcome>> cached) {
    PreCallCheck check = new PreCallCheck(() -> abandoned.contains(request.evaluation()), cached);
    try (WaitTimer wait = meters.await(request)) {
      return switch (limiter.call(
          request,
          check::isUnneeded,
          taken -> {
            wait.end();
            return call(limiter, request, taken);
          })) {
        case CallLimiter.Result.Called<Attempt>(Attempt result) -> result;
        case CallLimiter.Result.Unneeded<Attempt>() -> new Attempt.Ended(check.outcome());
      };
    }
  }

  private Attempt call(CallLimiter limiter, ModelRequest request, long taken) {
    gate.pass();
    long start = System.nanoTime();
    try {
      LedgerEntry entry = endpoint.call(request);
      meters.replied(request, since(start));
      meters.paid(request, entry);
      limiter.settle(taken, entry.inputTokens() + entry.outputTokens());
      return new Attempt.Ended(new CallOutcome.Answered(entry));
    } catch (EndpointException e) {
      LOG.debugf(e, "an attempt failed");
      if (e.fault().kind() == FailureKind.RATE_LIMITED) {
        limiter.refused();
      }
      Duration took = since(start);
      meters.faulty(request, e.fault().kind(), took);
      return new Attempt.Faulty(e.fault(), took);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Duration pauseAfter(RetryBudget budget) {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    Duration backOff = budget.backOff(settings.firstPause(), chance.nextDouble());
    Duration requested = coolDown.remaining();
    return requested.isZero()
        ? backOff
        : requested.plusNanos((long) (backOff.toNanos() * chance.nextDouble()));
  }
}
