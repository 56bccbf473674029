package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows among the probes what this process has last seen of the models' endpoint. Always up: a
 * provider's outage is waited out here, and a process that were restarted or taken out of service
 * for it would lose its calls under way and mend nothing. It tells of the calls that were made and
 * makes none of its own, which would cost money.
 */
@Readiness
@ApplicationScoped
class EndpointHealth implements HealthCheck {

  static final String NAME = "model endpoint";

  private final String address;
  private final EndpointState state;

  @Inject
  EndpointHealth(GatewaySettings settings, EndpointState state) {
    this(settings.endpoint(), state);
  }

  EndpointHealth(String endpoint, EndpointState state) {
    this.address = EndpointAddress.shown(endpoint);
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named(NAME).up().withData("endpoint", address);
    response.withData("last reply", state.lastReply().map(Object::toString).orElse("none yet"));
    state
        .lastFault()
        .ifPresent(
            fault ->
                response
                    .withData("last fault", fault.what())
                    .withData("last fault at", fault.at().toString()));
    return response.build();
  }
}
