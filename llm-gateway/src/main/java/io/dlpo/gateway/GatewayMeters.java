package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.FailureKind;
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

/** What is measured of the calls of models. Thread-safe. */
@ApplicationScoped
public class GatewayMeters {

  /** Distinct models that are told apart. */
  static final int MOST_MODELS = 20;

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
  private final ConcurrentMap<String, AtomicInteger> waiting = new ConcurrentHashMap<>();

  /**
   * @param registry of the process
   */
  public GatewayMeters(MeterRegistry registry) {
    this.registry = registry;
    for (LedgerOperation operation : LedgerOperation.values()) {
      faults(operation);
    }
  }

  /** What the ledger is asked to do. */
  public enum LedgerOperation {
    READ,
    WRITE
  }

  /** The endpoint replied. */
  public void paid(ModelRequest request, LedgerEntry entry) {
    calls(request, "paid").increment();
    tokens(request, "input").increment((double) entry.inputTokens());
    tokens(request, "output").increment((double) entry.outputTokens());
  }

  /** The ledger knew the reply. */
  void remembered(ModelRequest request) {
    calls(request, "ledger").increment();
  }

  /** Another caller of this process was asking the same, and its outcome was taken. */
  void shared(ModelRequest request) {
    calls(request, "shared").increment();
  }

  /** Nobody waited for it any more when its turn came. */
  void notAsked(ModelRequest request) {
    calls(request, "not_asked").increment();
  }

  /** There is no reply, after all attempts. */
  public void failed(ModelRequest request, FailureKind kind) {
    calls(request, "failed").increment();
    Counter.builder("dlpo.model.failures")
        .description("Calls that ended without a reply, by the reason")
        .tags(model(request))
        .tag("reason", label(kind))
        .register(registry)
        .increment();
  }

  /** One attempt has ended with a reply. */
  public void replied(ModelRequest request, Duration took) {
    attempt(request, "replied", took);
  }

  /** One attempt has ended without one. */
  public void faulty(ModelRequest request, FailureKind kind, Duration took) {
    attempt(request, label(kind), took);
  }

  /** Another attempt follows one that failed. */
  public void retried(ModelRequest request, FailureKind kind) {
    Counter.builder("dlpo.model.retries")
        .description("Attempts that were made anew, by the fault of the one before")
        .tags(model(request))
        .tag("reason", label(kind))
        .register(registry)
        .increment();
  }

  /** The ledger's database did not do what it was asked to. */
  public void ledgerFault(LedgerOperation operation) {
    faults(operation).increment();
  }

  /** An attempt waits for its turn and for the permit of the rate limit, until closed. */
  public Wait await(ModelRequest request) {
    AtomicInteger count = waiting.computeIfAbsent(models.of(name(request)), this::gauge);
    Timer timer =
        Timer.builder("dlpo.model.wait.duration")
            .description("Time that attempts waited for their turn and for a rate limit's permit")
            .tags(model(request))
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
    return new Wait(count, timer);
  }

  private AtomicInteger gauge(String label) {
    AtomicInteger count = new AtomicInteger();
    Gauge.builder("dlpo.model.waiting", count, AtomicInteger::get)
        .description("Attempts that wait for their turn or for a rate limit's permit")
        .tag("model", label)
        .register(registry);
    return count;
  }

  private void attempt(ModelRequest request, String outcome, Duration took) {
    Timer.builder("dlpo.model.attempt.duration")
        .description("Time from sending an attempt to its reply or its fault")
        .tags(model(request))
        .tag("outcome", outcome)
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }

  private Counter calls(ModelRequest request, String outcome) {
    return Counter.builder("dlpo.model.calls")
        .description("Calls of models that services asked for, by how they were answered")
        .tags(model(request))
        .tag("purpose", request.purpose().label())
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter tokens(ModelRequest request, String direction) {
    return Counter.builder("dlpo.model.tokens")
        .description("Tokens that were paid for, as the endpoint counted them")
        .tags(model(request))
        .tag("purpose", request.purpose().label())
        .tag("direction", direction)
        .register(registry);
  }

  private Counter faults(LedgerOperation operation) {
    return Counter.builder("dlpo.ledger.faults")
        .description("Times that the call ledger could not be read or written")
        .tag("operation", operation.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private Tags model(ModelRequest request) {
    return Tags.of("model", models.of(name(request)));
  }

  private static String name(ModelRequest request) {
    return request.engine().model();
  }

  private static String label(FailureKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
