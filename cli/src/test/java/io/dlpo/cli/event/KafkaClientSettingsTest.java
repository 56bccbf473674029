package io.dlpo.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientSettingsTest {

  @Test
  void shouldTakeKafkasOwnSettingsByKafkasOwnNames() {
    assertThat(
            KafkaClientSettings.of(
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", " kafka:9093 ",
                    "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                    "KAFKA_SASL_JAAS_CONFIG", "x",
                    "KAFKA_HEAP_OPTS", "-Xmx1g",
                    "KAFKA_SSL_KEYSTORE_LOCATION", "",
                    "PATH", "/bin")))
        .hasValue(
            Map.of(
                "bootstrap.servers", "kafka:9093",
                "security.protocol", "SASL_SSL",
                "sasl.jaas.config", "x"));
  }

  @Test
  void shouldBeEmptyWithoutABroker() {
    assertThat(KafkaClientSettings.of(Map.of("KAFKA_SECURITY_PROTOCOL", "SSL"))).isEmpty();
    assertThat(KafkaClientSettings.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", " "))).isEmpty();
  }
}
