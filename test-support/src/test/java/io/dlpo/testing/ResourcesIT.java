package io.dlpo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.testing.kafka.KafkaCluster;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresDatabase;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class ResourcesIT {

  KafkaCluster kafka;
  PostgresDatabase database;
  ScriptedModel model;

  @Test
  void shouldConfigureTheApplicationAndFillTheTestsFields() {
    assertThat(config("KAFKA_BOOTSTRAP_SERVERS")).isEqualTo(kafka.bootstrapServers());
    assertThat(config("kafka.bootstrap.servers")).isEqualTo(kafka.bootstrapServers());
    assertThat(config("DATABASE_URL")).isEqualTo(database.jdbcUrl());
    assertThat(config("OPENAI_BASE_URL")).isEqualTo(model.baseUrl());
  }

  @Test
  void shouldUseTheBrokerThatTheJvmShares() {
    assertThat(kafka.bootstrapServers()).isEqualTo(KafkaCluster.shared().bootstrapServers());
  }

  private static String config(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
