package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPortsTest {

  @Test
  void shouldFindDifferentFreePorts() {
    // When
    var ports = LocalPorts.free(8);

    // Then
    assertThat(ports).hasSize(8).doesNotHaveDuplicates();
    assertThatCode(() -> LocalPorts.requireFree(ports.getFirst())).doesNotThrowAnyException();
  }

  @Test
  void shouldStayBelowThePortsOfOutgoingConnections() {
    assertThat(LocalPorts.free(50)).allMatch(port -> port >= 15_000 && port < 32_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65_536})
  void shouldRefuseAPortOutOfRange(int port) {
    assertThatThrownBy(() -> LocalPorts.requireFree(port))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessage("--port is %d; must be 1 to 65535", port);
  }

  @Test
  void shouldNameAPortInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LocalPorts.requireFree(taken.getLocalPort()))
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("--port");
    }
  }
}
