package io.dlpo.events.topic;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: down while a topic of this service does not exist, because its channels would wait for
 * that topic without an error. Asks nobody, so a probe takes no time.
 */
@Readiness
@ApplicationScoped
class TopicHealth implements HealthCheck {

  static final String NAME = "topics";

  private final TopicWatch watch;

  TopicHealth(TopicWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME);
    return switch (watch.state()) {
      case TopicState.Complete() -> response.up().build();
      case TopicState.Unknown(var reason) -> response.down().withData("reason", reason).build();
      case TopicState.Incomplete(var names) ->
          response
              .down()
              .withData("missing", String.join(" ", names))
              .withData("next", next())
              .build();
    };
  }

  private String next() {
    return watch.creates()
        ? "this service creates them; if that fails, see its log"
        : "create them, or set DLPO_EVENTS_CREATE_TOPICS=true for the optimizer";
  }
}
