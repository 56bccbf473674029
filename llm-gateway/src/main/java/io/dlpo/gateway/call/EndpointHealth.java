package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the last reply and the last fault of the model endpoint in the readiness probe. Always
 * up: the gateway waits out a provider's outage, and restarting the process would only lose its
 * calls in flight. The check makes no call of its own, since that would cost money.
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
    this.address = EndpointAddress.redacted(endpoint);
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
                    .withData("last fault", fault.description())
                    .withData("last fault at", fault.at().toString()));
    return response.build();
  }
}
