package io.dlpo.cli.event;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How a consumer reaches the broker: by Kafka's own settings in the environment, as services do.
 */
public final class KafkaClientSettings {

  private static final String PREFIX = "KAFKA_";

  private KafkaClientSettings() {}

  /** The settings in an environment; empty if it names no broker. */
  public static Optional<Map<String, Object>> of(Map<String, String> environment) {
    Map<String, Object> settings = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          String setting =
              name.startsWith(PREFIX)
                  ? name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.')
                  : "";
          if (ConsumerConfig.configNames().contains(setting) && !value.isBlank()) {
            settings.put(setting, value.strip());
          }
        });
    return settings.containsKey(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)
        ? Optional.of(settings)
        : Optional.empty();
  }

  /** Those of a broker that asks nobody who they are. */
  public static Map<String, Object> open(String bootstrapServers) {
    return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }
}
