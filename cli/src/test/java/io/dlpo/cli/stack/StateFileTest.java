package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.cli.stack.StackState.ServiceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  @TempDir private Path folder;

  @Test
  void shouldReadWhatWasWritten() throws IOException {
    // Given
    StateFile file = new StateFile(folder.resolve("stack.json"));
    StackState state = state(4242);

    // When
    file.write(state);

    // Then
    assertThat(file.read()).contains(state);
    assertThat(Files.getPosixFilePermissions(folder.resolve("stack.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    file.delete();
    assertThat(file.read()).isEmpty();
  }

  @Test
  void shouldTakeAFileThatCannotBeReadForNone() throws IOException {
    // Given
    Path path = Files.writeString(folder.resolve("stack.json"), "{\"supervisorPid\":");

    // Then
    assertThat(new StateFile(path).read()).isEmpty();
  }

  @Test
  void shouldNotTakeAnotherProcessWithTheSupervisorsPidForAStack() {
    // Given
    DlpoHome home = new DlpoHome(folder);
    new StateFile(home.state()).write(state(ProcessHandle.current().pid()));
    StackManager stack = new StackManager(home, new Installation(folder));

    // Then
    assertThat(stack.running()).isEmpty();
    assertThat(stack.down()).isFalse();
    assertThat(home.state()).doesNotExist();
  }

  @Test
  void shouldNotTakeTheStateOfADeadSupervisorForAStack() {
    // Given
    DlpoHome home = new DlpoHome(folder);
    new StateFile(home.state()).write(state(Long.MAX_VALUE));
    StackManager stack = new StackManager(home, new Installation(folder));

    // Then
    assertThat(stack.running()).isEmpty();
    assertThat(stack.down()).isFalse();
    assertThat(home.state()).doesNotExist();
  }

  private static StackState state(long pid) {
    return new StackState(
        pid,
        "up",
        true,
        null,
        Map.of("evaluator", 2),
        "http://127.0.0.1:1",
        "127.0.0.1:2",
        "jdbc:postgresql://127.0.0.1:3/dlpo",
        "http://127.0.0.1:4/v1",
        true,
        List.of(new ServiceState("evaluator", 1, 17, "http://127.0.0.1:5", true)),
        Map.of());
  }
}
