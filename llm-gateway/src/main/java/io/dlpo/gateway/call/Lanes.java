package io.dlpo.gateway.call;

import io.agroal.api.AgroalDataSource;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.pace.PaceStore;
import io.dlpo.gateway.pace.SharedPace;
import io.dlpo.gateway.rate.RateSettings;
import io.dlpo.gateway.rate.SharedLimit;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A lane for each model that this process calls. Thread-safe. */
@ApplicationScoped
class Lanes {

  private final AgroalDataSource dataSource;
  private final CoolDown coolDown;
  private final CallGate gate;
  private final GatewaySettings settings;
  private final ConcurrentMap<String, Lane> lanes = new ConcurrentHashMap<>();

  Lanes(
      @DataSource("ledger") AgroalDataSource dataSource,
      CoolDown coolDown,
      CallGate gate,
      GatewaySettings settings) {
    this.dataSource = dataSource;
    this.coolDown = coolDown;
    this.gate = gate;
    this.settings = settings;
    RateSettings.checked(settings.rate());
  }

  /** The lane of a model. */
  Lane of(String model) {
    return lanes.computeIfAbsent(model, this::lane);
  }

  private Lane lane(String model) {
    String key = settings.endpoint() + "|" + model;
    return new Lane(
        new SharedLimit(dataSource, key, settings.rate()),
        new SharedPace(new PaceStore(dataSource), key),
        coolDown,
        gate,
        settings);
  }
}
