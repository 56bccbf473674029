package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.GatewayMeters;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.Wait;
import io.dlpo.gateway.abandoned.AbandonedEvaluations;
import io.dlpo.gateway.ledger.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Calls the endpoint until it replies, for as long as that may help: faults that pass are waited
 * out with a jittered back-off, and never less than {@code Retry-After} says. Every attempt waits
 * for its turn and its permit, and is made only if it is still needed then.
 */
@ApplicationScoped
public class PersistentCaller {

  private static final Logger LOG = Logger.getLogger(PersistentCaller.class);

  private final ModelEndpoint endpoint;
  private final Lanes lanes;
  private final CoolDown coolDown;
  private final CallGate gate;
  private final AbandonedEvaluations abandoned;
  private final GatewaySettings settings;
  private final GatewayMeters meters;

  PersistentCaller(
      ModelEndpoint endpoint,
      Lanes lanes,
      CoolDown coolDown,
      CallGate gate,
      AbandonedEvaluations abandoned,
      GatewaySettings settings,
      GatewayMeters meters) {
    this.gate = gate;
    this.abandoned = abandoned;
    this.endpoint = endpoint;
    this.lanes = lanes;
    this.coolDown = coolDown;
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * Blocks while others have their turn, and for {@code dlpo.gateway.max-duration} and one attempt
   * at most beside that.
   *
   * @param remembered looks whether another worker has a reply, after a wait that was long
   * @throws io.dlpo.gateway.ledger.LedgerException if the database does not answer
   * @throws GateClosedException if the process is told to end before the model has replied, other
   *     than in an attempt that was under way
   * @throws IllegalStateException if the thread is interrupted: nothing is known of the model then
   */
  public CallOutcome call(ModelRequest request, Supplier<Optional<CallOutcome>> remembered) {
    Lane lane = lanes.of(request.engine().model());
    Patience patience = Patience.FRESH;
    while (true) {
      Attempt attempt = attempt(lane, request, remembered);
      switch (attempt) {
        case Attempt.Ended ended -> {
          return ended.outcome();
        }
        case Attempt.Faulty faulty -> {
          patience = patience.after(faulty.fault(), faulty.took());
          Duration pause = pauseAfter(patience);
          if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted while calling a model");
          }
          if (!patience.lasts(faulty.fault(), pause, settings)) {
            meters.failed(request, faulty.fault().kind());
            return new CallOutcome.Failed(faulty.fault().failure());
          }
          meters.retried(request, faulty.fault().kind());
          LOG.infof(
              "attempt %d in %d ms: %s",
              patience.attempts() + 1, pause.toMillis(), faulty.fault().failure().message());
          gate.pause(pause);
          patience = patience.paused(pause);
        }
      }
    }
  }

  private Attempt attempt(
      Lane lane, ModelRequest request, Supplier<Optional<CallOutcome>> remembered) {
    SecondLook found = new SecondLook(() -> abandoned.contains(request.evaluation()), remembered);
    try (Wait wait = meters.await(request)) {
      return switch (lane.pass(
          request,
          found::findsItNeedless,
          taken -> {
            wait.end();
            return ask(lane, request, taken);
          })) {
        case Lane.Passage.Went<Attempt>(Attempt result) -> result;
        case Lane.Passage.Needless<Attempt>() -> new Attempt.Ended(found.outcome());
      };
    }
  }

  private Attempt ask(Lane lane, ModelRequest request, long taken) {
    gate.pass();
    long start = System.nanoTime();
    try {
      LedgerEntry entry = endpoint.ask(request);
      meters.replied(request, since(start));
      meters.paid(request, entry);
      lane.settle(taken, entry.inputTokens() + entry.outputTokens());
      return new Attempt.Ended(new CallOutcome.Answered(entry));
    } catch (EndpointException e) {
      LOG.debugf(e, "an attempt failed");
      if (e.fault().kind() == FailureKind.RATE_LIMITED) {
        lane.refused();
      }
      Duration took = since(start);
      meters.faulty(request, e.fault().kind(), took);
      return new Attempt.Faulty(e.fault(), took);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Duration pauseAfter(Patience patience) {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    Duration own = patience.backOff(settings.firstPause(), chance.nextDouble());
    Duration asked = coolDown.remaining();
    return asked.isZero() ? own : asked.plusNanos((long) (own.toNanos() * chance.nextDouble()));
  }
}
