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

  /**
   * How long handlers at work may take to finish when the process is told to end. Below the time
   * after which the process is killed, which Kubernetes and Compose set to 330 s.
   */
  @WithDefault("PT5M")
  Duration grace();

  /**
   * How long after a channel has stopped the process ends. Longer than the time from one probe or
   * scrape of the metrics to the next, so that both see it.
   */
  @WithDefault("PT30S")
  Duration endAfter();

  /**
   * Largest record that is kept whole as a dead letter, in bytes of key, value and headers; of a
   * larger one only the reason and the place are kept. Less than {@code max.message.bytes} of the
   * dead-letter topics by what a dead letter adds to its record.
   */
  @WithDefault("1000000")
  int deadLetterBytes();

  /**
   * Largest event in bytes, without its headers. Below {@code max.request.size} of a producer and
   * {@code message.max.bytes} of the broker (1,048,576 each, unless they are changed) by what a
   * record has beside its value; above, no repetition would ever help.
   */
  @WithDefault("1030000")
  int maxBytes();
}
