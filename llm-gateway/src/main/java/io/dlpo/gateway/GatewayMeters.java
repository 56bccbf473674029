package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.ledger.LedgerEntry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Metrics of the model calls. Thread-safe. */
@ApplicationScoped
public class GatewayMeters {

  /** How many models have a label value of their own. */
  public static final int MOST_MODELS = 20;

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofSeconds(60),
    Duration.ofMinutes(5)
  };

  private final MeterRegistry registry;
  private final ModelLabels models = new ModelLabels(MOST_MODELS);
  private final ModelLabels endpoints = new ModelLabels(MOST_MODELS);
  private final ConcurrentMap<Tags, AtomicInteger> waiting = new ConcurrentHashMap<>();

  /**
   * @param registry the registry of the process
   */
  public GatewayMeters(MeterRegistry registry) {
    this.registry = registry;
    for (LedgerOperation operation : LedgerOperation.values()) {
      faults(operation);
    }
  }

  /** The operations of the ledger. */
  public enum LedgerOperation {
    READ,
    WRITE
  }

  /** The endpoint replied to a paid call. */
  public void paid(ModelRequest request, LedgerEntry entry) {
    calls(request, "paid").increment();
    tokens(request, "input").increment((double) entry.inputTokens());
    tokens(request, "output").increment((double) entry.outputTokens());
  }

  /** The endpoint charged tokens for an attempt without a usable reply. */
  public void wasted(ModelRequest request, Tokens used) {
    if (!used.equals(Tokens.NONE)) {
      tokens(request, "input").increment((double) used.input());
      tokens(request, "output").increment((double) used.output());
    }
  }

  /** The ledger had the reply. */
  void cached(ModelRequest request) {
    calls(request, "ledger").increment();
  }

  /** An identical call was in flight in this process and its outcome was shared. */
  void shared(ModelRequest request) {
    calls(request, "shared").increment();
  }

  /** The call was not made because its evaluation had been abandoned. */
  void notAsked(ModelRequest request) {
    calls(request, "not_asked").increment();
  }

  /** The call failed after all attempts. */
  public void failed(ModelRequest request, FailureKind kind) {
    calls(request, "failed").increment();
    Counter.builder("dlpo.model.failures")
        .description("Failed model calls by reason")
        .tags(model(request))
        .tag("reason", label(kind))
        .register(registry)
        .increment();
  }

  /** An attempt ended with a reply. */
  public void replied(ModelRequest request, Duration took) {
    attempt(request, "replied", took);
  }

  /** An attempt failed. */
  public void faulty(ModelRequest request, FailureKind kind, Duration took) {
    attempt(request, label(kind), took);
  }

  /** A failed attempt is retried. */
  public void retried(ModelRequest request, FailureKind kind) {
    Counter.builder("dlpo.model.retries")
        .description("Retried attempts by the fault that caused the retry")
        .tags(model(request))
        .tag("reason", label(kind))
        .register(registry)
        .increment();
  }

  /** A ledger operation failed. */
  public void ledgerFault(LedgerOperation operation) {
    faults(operation).increment();
  }

  /** Starts measuring the wait of an attempt for its turn and its rate-limit permit. */
  public WaitTimer await(ModelRequest request) {
    AtomicInteger count = waiting.computeIfAbsent(model(request), this::gauge);
    Timer timer =
        Timer.builder("dlpo.model.wait.duration")
            .description("Time that attempts waited for their turn and for a rate-limit permit")
            .tags(model(request))
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
    return new WaitTimer(count, timer);
  }

  private AtomicInteger gauge(Tags model) {
    AtomicInteger count = new AtomicInteger();
    Gauge.builder("dlpo.model.waiting", count, AtomicInteger::get)
        .description("Attempts that are waiting for their turn or for a rate-limit permit")
        .tags(model)
        .register(registry);
    return count;
  }

  private void attempt(ModelRequest request, String outcome, Duration took) {
    Timer.builder("dlpo.model.attempt.duration")
        .description("Time from sending an attempt to its reply or fault")
        .tags(model(request))
        .tag("outcome", outcome)
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }

  private Counter calls(ModelRequest request, String outcome) {
    return Counter.builder("dlpo.model.calls")
        .description("Model calls by outcome")
        .tags(model(request))
        .tag("purpose", request.purpose().label())
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter tokens(ModelRequest request, String direction) {
    return Counter.builder("dlpo.model.tokens")
        .description("Tokens of paid calls, as counted by the endpoint or estimated")
        .tags(model(request))
        .tag("purpose", request.purpose().label())
        .tag("direction", direction)
        .register(registry);
  }

  private Counter faults(LedgerOperation operation) {
    return Counter.builder("dlpo.ledger.faults")
        .description("Failed reads and writes of the call ledger")
        .tag("operation", operation.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private Tags model(ModelRequest request) {
    Engine engine = request.engine();
    return Tags.of(
        "model",
        models.of(engine.model()),
        "endpoint",
        endpoints.of(EndpointAccess.labelOf(engine.endpoint())));
  }

  private static String label(FailureKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
