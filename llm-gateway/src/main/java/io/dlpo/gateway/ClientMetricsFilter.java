package io.dlpo.gateway;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Drops the client's own metrics. Their labels hold every model name that a spec ever used, without
 * a limit. {@link GatewayMeters} measures the same, also by purpose.
 */
final class ClientMetricsFilter {

  private ClientMetricsFilter() {}

  @Produces
  @Singleton
  static MeterFilter dropClientMetrics() {
    return MeterFilter.denyNameStartsWith("gen_ai");
  }
}
