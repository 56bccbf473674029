package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventsCommandTest {

  @Test
  void shouldReadFromTheBrokerOfTheEnvironment() {
    assertThat(
            EventsCommand.broker(
                Map.of("DLPO_REST", "http://host:8080", "KAFKA_BOOTSTRAP_SERVERS", "host:9094")))
        .isEqualTo(Map.of("bootstrap.servers", "host:9094"));
  }

  @Test
  void shouldNotReadFromTheLocalBrokerForARemoteOptimizer() {
    assertThatThrownBy(() -> EventsCommand.broker(Map.of("DLPO_REST", "http://host:8080")))
        .isInstanceOfSatisfying(
            CliException.class, refused -> assertThat(refused.exitStatus()).isEqualTo(2))
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
  }
}
