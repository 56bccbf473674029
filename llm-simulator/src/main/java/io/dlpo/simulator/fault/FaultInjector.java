package io.dlpo.simulator.fault;

import io.dlpo.simulator.chance.Chance;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Injects faults, depending on the request and how often it came: the same run meets the same
 * faults, and a repeated request may succeed. Thread-safe.
 */
@Startup
@ApplicationScoped
public class FaultInjector {

  private static final int REMEMBERED = 100_000;

  private final SimulatorSettings settings;
  private final RateLimit limit;
  private final ConcurrentMap<Long, Integer> seen = new ConcurrentHashMap<>();

  FaultInjector(SimulatorSettings settings) {
    SettingsCheck.check(settings);
    this.settings = settings;
    this.limit = new RateLimit(settings.rateLimit(), System::currentTimeMillis);
  }

  /** The fault for this occurrence of the request. */
  public Fault next(String request) {
    if (!limit.admits()) {
      return Fault.RATE_LIMITED;
    }
    double draw = Chance.of("fault", request, String.valueOf(count(request)));
    if (draw < settings.errorRate()) {
      return Fault.SERVER_ERROR;
    }
    if (draw < settings.errorRate() + settings.timeoutRate()) {
      return Fault.NO_REPLY;
    }
    double errors = settings.errorRate() + settings.timeoutRate() + settings.malformedRate();
    if (draw < errors) {
      return Fault.CUT_REPLY;
    }
    return draw < errors + settings.throttleRate() ? Fault.RATE_LIMITED : Fault.NONE;
  }

  /** The simulated latency of the reply. */
  public Duration latencyOf(String request) {
    Duration latency = settings.latency();
    return Chance.of("tail", request) < settings.tailRate()
        ? Duration.ofMillis((long) (latency.toMillis() * settings.tailFactor()))
        : latency;
  }

  private int count(String request) {
    if (seen.size() > REMEMBERED) {
      seen.clear();
    }
    return seen.merge(Chance.hash(request), 1, Integer::sum);
  }
}
