package io.dlpo.gateway.call;

import io.agroal.api.AgroalDataSource;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.rate.RateSettings;
import io.dlpo.gateway.rate.SharedRateLimit;
import io.dlpo.gateway.throttle.SharedThrottle;
import io.dlpo.gateway.throttle.ThrottleStore;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The call limiters of this process, one for each model of an endpoint. Thread-safe. */
@ApplicationScoped
class CallLimiters {

  private final AgroalDataSource dataSource;
  private final CallGate gate;
  private final GatewaySettings settings;
  private final ConcurrentMap<String, CallLimiter> limiters = new ConcurrentHashMap<>();

  CallLimiters(
      @DataSource("ledger") AgroalDataSource dataSource, CallGate gate, GatewaySettings settings) {
    this.dataSource = dataSource;
    this.gate = gate;
    this.settings = settings;
    RateSettings.checked(settings.rate());
  }

  /** The limiter of a model at an endpoint. */
  CallLimiter of(ModelEndpoint endpoint, String model) {
    return limiters.computeIfAbsent(
        endpoint.access().keyOf(model), key -> limiter(key, endpoint.coolDown()));
  }

  private CallLimiter limiter(String key, CoolDown coolDown) {
    return new CallLimiter(
        new SharedRateLimit(dataSource, key, settings.rate()),
        new SharedThrottle(new ThrottleStore(dataSource), key),
        coolDown,
        gate,
        settings);
  }
}
