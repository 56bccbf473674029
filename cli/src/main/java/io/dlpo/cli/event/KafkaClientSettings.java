package io.dlpo.cli.event;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The settings of a Kafka client. The environment variable {@code KAFKA_SECURITY_PROTOCOL} sets
 * {@code security.protocol}, and so on, as in the services.
 */
public final class KafkaClientSettings {

  private static final String PREFIX = "KAFKA_";

  private KafkaClientSettings() {}

  /** The settings of an environment; empty if it does not set {@code bootstrap.servers}. */
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

  /** The settings of a broker without security. */
  public static Map<String, Object> open(String bootstrapServers) {
    return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }
}
