package io.dlpo.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings that every messaging service has. */
@ConfigMapping(prefix = "dlpo.events")
public interface EventSettings {

  /** The service's name in CloudEvents sources, consumer groups and dead-letter topics. */
  String service();

  /** Name of this process in the header {@code ce_worker}; host name and process id if absent. */
  Optional<String> worker();

  /** How long a handler is repeated in place while the broker or the database is away. */
  @WithDefault("PT5M")
  Duration retryFor();
}
