package io.dlpo.events;

import io.dlpo.contracts.wire.SchemaAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of every messaging service. */
@ConfigMapping(prefix = "dlpo.events")
public interface EventSettings {

  /** The service's name in CloudEvents sources, consumer groups and dead-letter topics. */
  String service();

  /** Name of this process in header {@code ce_worker}; host name and process id if absent. */
  Optional<String> worker();

  /** How long a handler is retried in place while the broker or the database is unreachable. */
  @WithDefault("PT5M")
  Duration retryFor();

  /**
   * How long running handlers may take to finish at shutdown. Must be less than the time after
   * which the process is killed, which is 330 s on Kubernetes and Compose.
   */
  @WithDefault("PT5M")
  Duration grace();

  /**
   * Delay between the stop of a channel and the exit of the process. Longer than the interval of
   * probes and of metric scrapes, so that both see the stop.
   */
  @WithDefault("PT30S")
  Duration endAfter();

  /**
   * Largest record that is copied completely to the dead-letter topic, in bytes of key, value and
   * headers. For larger ones only the reason and the position are kept. Must be less than {@code
   * max.message.bytes} of the dead-letter topics, since a dead letter has additional headers.
   */
  @WithDefault("1000000")
  int deadLetterBytes();

  /**
   * Largest event value in bytes. Must be less than {@code max.request.size} of the producer and
   * {@code message.max.bytes} of the broker (1,048,576 by default), since a record also has a key
   * and headers. A larger event could never be published.
   */
  @WithDefault("1030000")
  int maxBytes();

  /**
   * The URL at which consumers reach the optimizer's {@code /api/schemas/}, with a slash at the
   * end. Header {@code ce_dataschema} of an event is this URL and the name of the event's schema.
   * The default identifies the schemas, but nothing is served there.
   */
  @WithDefault("https://dlpo.io/contracts/schemas/")
  SchemaAddress schemasUrl();

  /**
   * Whether this service creates the topics of all services that the broker does not have. Needs
   * the right to create topics. Leave it off where the topics are managed, as by Strimzi.
   */
  @WithDefault("false")
  boolean createTopics();
}
