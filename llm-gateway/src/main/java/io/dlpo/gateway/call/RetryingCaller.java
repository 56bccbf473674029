package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.GatewayMeters;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.WaitTimer;
import io.dlpo.gateway.abandoned.AbandonedEvaluations;
import io.dlpo.gateway.endpoint.ApiKey;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.ledger.LedgerEntry;
import io.dlpo.gateway.parameter.Adaptation;
import io.dlpo.gateway.parameter.LearnedParameters;
import io.dlpo.gateway.parameter.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Calls an endpoint and retries with jittered back-off, never sooner than {@code Retry-After}
 * allows. Every attempt waits for its turn and its rate-limit permit, and is made only if it is
 * still needed then. A refused parameter is left out, or sent in another way, at once, and a
 * refused key is replaced by the one that its file has by then. The loop is written out because its
 * {@link RetryBudget} is not a limit that a fault-tolerance guard can express.
 */
@ApplicationScoped
public class RetryingCaller {

  private static final Logger LOG = Logger.getLogger(RetryingCaller.class);

  /** Says nothing about parameters, so that what was left out before is sent again. */
  private static final int SERVER_ERROR = 500;

  private static final int UNAUTHORIZED = 401;

  private final ModelEndpoints endpoints;
  private final LearnedParameters learned;
  private final CallLimiters limiters;
  private final CallGate gate;
  private final AbandonedEvaluations abandoned;
  private final GatewaySettings settings;
  private final GatewayMeters meters;

  RetryingCaller(
      ModelEndpoints endpoints,
      LearnedParameters learned,
      CallLimiters limiters,
      CallGate gate,
      AbandonedEvaluations abandoned,
      GatewaySettings settings,
      GatewayMeters meters) {
    this.gate = gate;
    this.abandoned = abandoned;
    this.endpoints = endpoints;
    this.learned = learned;
    this.limiters = limiters;
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
    String name = request.engine().endpoint();
    Optional<ModelEndpoint> endpoint = endpoints.find(name);
    if (endpoint.isEmpty()) {
      meters.failed(request, FailureKind.REFUSED);
      return new CallOutcome.Failed(endpoints.unknown(EndpointAccess.labelOf(name)), Tokens.NONE);
    }
    return call(endpoint.get(), request, cached);
  }

  private CallOutcome call(
      ModelEndpoint endpoint, ModelRequest request, Supplier<Optional<CallOutcome>> cached) {
    RetryBudget budget = RetryBudget.UNUSED;
    Adaptation adaptation = Adaptation.NONE;
    Tokens wasted = Tokens.NONE;
    while (true) {
      switch (attempt(endpoint, request, adaptation, cached)) {
        case Attempt.Unneeded unneeded -> {
          return unneeded.outcome();
        }
        case Attempt.Replied replied -> {
          return new CallOutcome.Answered(replied.entry().plus(wasted));
        }
        case Attempt.Faulty faulty -> {
          EndpointFault fault = faulty.fault();
          wasted = wasted.plus(fault.response().used());
          Optional<Adaptation> other = atOnce(request, faulty, adaptation);
          if (other.isPresent()) {
            meters.retried(request, fault.kind());
            adaptation = other.get();
            continue;
          }
          budget = budget.afterFault(fault, faulty.took());
          Duration pause = pauseAfter(budget, endpoint.coolDown());
          if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted while calling a model");
          }
          if (!budget.allows(fault, pause, settings)) {
            meters.failed(request, fault.kind());
            return new CallOutcome.Failed(fault.failure(), wasted);
          }
          meters.retried(request, fault.kind());
          adaptation = fault.status().orElse(0) >= SERVER_ERROR ? Adaptation.NONE : adaptation;
          LOG.infof(
              "attempt %d in %d ms: %s",
              budget.attempts() + 1, pause.toMillis(), fault.failure().message());
          gate.pause(pause);
          budget = budget.afterPause(pause);
        }
      }
    }
  }

  /** How to call again at once, if the endpoint refused a parameter or a key that is replaced. */
  private static Optional<Adaptation> atOnce(
      ModelRequest request, Attempt.Faulty faulty, Adaptation current) {
    if (faulty.keyReplaced()) {
      LOG.infof("called again with the new key: %s", faulty.fault().failure().message());
      return Optional.of(current);
    }
    return adapted(request, faulty);
  }

  private static Optional<Adaptation> adapted(ModelRequest request, Attempt.Faulty faulty) {
    EndpointFault fault = faulty.fault();
    if (fault.status().isEmpty()) {
      return Optional.empty();
    }
    Refusal refusal = Refusal.of(fault.status().getAsInt(), fault.response().body());
    Optional<Adaptation> other = faulty.sent().after(refusal, request);
    other.ifPresent(next -> LOG.infof("called again, %s: %s", next, fault.failure().message()));
    return other;
  }

  private Attempt attempt(
      ModelEndpoint endpoint,
      ModelRequest request,
      Adaptation adaptation,
      Supplier<Optional<CallOutcome>> cached) {
    CallLimiter limiter = limiters.of(endpoint, request.engine().model());
    PreCallCheck check = new PreCallCheck(() -> abandoned.contains(request.evaluation()), cached);
    try (WaitTimer wait = meters.await(request)) {
      return switch (limiter.call(
          request,
          check::isUnneeded,
          taken -> {
            wait.end();
            return call(endpoint, limiter, request, adaptation, taken);
          })) {
        case CallLimiter.Result.Called<Attempt>(Attempt result) -> result;
        case CallLimiter.Result.Unneeded<Attempt>() -> new Attempt.Unneeded(check.outcome());
      };
    }
  }

  private Attempt call(
      ModelEndpoint endpoint,
      CallLimiter limiter,
      ModelRequest request,
      Adaptation adaptation,
      long taken) {
    gate.pass();
    // Read now, because others may have learned something while this call waited.
    Adaptation sent = learned.of(request.engine()).and(adaptation);
    ApiKey key = endpoint.access().key();
    String used = key.value();
    long start = System.nanoTime();
    try {
      LedgerEntry entry = endpoint.call(request, sent);
      meters.replied(request, since(start));
      meters.paid(request, entry);
      limiter.settle(taken, entry.inputTokens() + entry.outputTokens());
      learned.worked(request.engine(), sent);
      return new Attempt.Replied(entry);
    } catch (EndpointException e) {
      LOG.debugf(e, "an attempt failed");
      EndpointFault fault = e.fault();
      if (fault.kind() == FailureKind.RATE_LIMITED) {
        limiter.refused();
      }
      Duration took = since(start);
      meters.faulty(request, fault.kind(), took);
      meters.wasted(request, fault.response().used());
      limiter.settle(taken, fault.response().used().sum());
      boolean keyRefused = fault.status().orElse(0) == UNAUTHORIZED;
      return new Attempt.Faulty(fault, sent, took, keyRefused && key.replaced(used));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Duration pauseAfter(RetryBudget budget, CoolDown coolDown) {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    Duration backOff = budget.backOff(settings.firstPause(), chance.nextDouble());
    Duration requested = coolDown.remaining();
    return requested.isZero()
        ? backOff
        : requested.plusNanos((long) (backOff.toNanos() * chance.nextDouble()));
  }
}
