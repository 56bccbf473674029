package io.dlpo.gateway.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the last reply and the last fault of each model endpoint in the readiness probe. Always
 * up: the gateway waits out a provider's outage, and restarting the process would only lose its
 * calls in flight. The check makes no call of its own, since that would cost money.
 */
@Readiness
@ApplicationScoped
class EndpointHealth implements HealthCheck {

  static final String NAME = "model endpoint";

  private final List<Watched> endpoints;

  /**
   * An endpoint.
   *
   * @param suffix follows the names of its data; empty for the default endpoint
   * @param address without credentials
   */
  record Watched(String suffix, String address, EndpointState state) {

    Watched {
      address = EndpointAddress.redacted(address);
    }

    private static Watched of(String suffix, ModelEndpoint endpoint) {
      return new Watched(suffix, endpoint.access().url(), endpoint.state());
    }
  }

  @Inject
  EndpointHealth(ModelEndpoints endpoints) {
    this(
        Stream.concat(
                Stream.of(Watched.of("", endpoints.standard())),
                endpoints.named().stream()
                    .map(one -> Watched.of(" of " + one.access().label(), one)))
            .toList());
  }

  EndpointHealth(List<Watched> endpoints) {
    this.endpoints = List.copyOf(endpoints);
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME).up();
    endpoints.forEach(endpoint -> report(endpoint, response));
    return response.build();
  }

  private static void report(Watched endpoint, HealthCheckResponseBuilder response) {
    String suffix = endpoint.suffix();
    response.withData("endpoint" + suffix, endpoint.address());
    response.withData(
        "last reply" + suffix,
        endpoint.state().lastReply().map(Object::toString).orElse("none yet"));
    endpoint
        .state()
        .lastFault()
        .ifPresent(
            fault ->
                response
                    .withData("last fault" + suffix, fault.description())
                    .withData("last fault" + suffix + " at", fault.at().toString()));
  }
}
