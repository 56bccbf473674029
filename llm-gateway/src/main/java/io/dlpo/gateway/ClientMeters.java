package io.dlpo.gateway;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Leaves out what the client measures by itself: its labels hold every name of a model that a spec
 * ever had, without a bound. {@link GatewayMeters} says the same, and by purpose.
 */
final class ClientMeters {

  private ClientMeters() {}

  @Produces
  @Singleton
  static MeterFilter withoutTheClients() {
    return MeterFilter.denyNameStartsWith("gen_ai");
  }
}
