package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackProcessesTest {

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void shouldStopOnlyProcessesWithTheMark() throws Exception {
    // Given
    DlpoHome home = new DlpoHome(folder.resolve("one"));
    StackProcesses processes = new StackProcesses(home);
    Process own = sleeping(home.mark());
    Process ofAnotherHome = sleeping(new DlpoHome(folder.resolve("two")).mark());
    Process stranger = sleeping("-Dsomething.else");

    // When
    processes.stopAll();

    // Then
    assertThat(own.waitFor()).isNotZero();
    assertThat(processes.isAlive(own.pid())).isFalse();
    assertThat(ofAnotherHome.isAlive()).isTrue();
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void shouldNotMistakeAnotherProcessWithTheSamePid() throws Exception {
    // Given
    StackProcesses processes = new StackProcesses(new DlpoHome(folder));
    Process stranger = sleeping("-Dsomething.else");

    // Then
    assertThat(processes.isAlive(stranger.pid())).isFalse();
    assertThat(processes.find(stranger.pid())).isEmpty();
  }

  @Test
  void shouldFindTheSupervisor() throws Exception {
    // Given
    DlpoHome home = new DlpoHome(folder);
    sleeping(home.mark());
    Process supervisor = sleeping(home.mark(), "supervise");

    // Then
    assertThat(new StackProcesses(home).supervisor().map(ProcessHandle::pid))
        .contains(supervisor.pid());
  }

  @Test
  void shouldFindASupervisorWhoseCommandLineIsLong() throws Exception {
    // Given
    DlpoHome home = new DlpoHome(folder);
    StackProcesses processes = new StackProcesses(home);
    Process supervisor = sleeping("-cp", "/a/deep/folder:".repeat(1_000), home.mark(), "supervise");

    // When / Then
    assertThat(processes.supervisor().map(ProcessHandle::pid)).contains(supervisor.pid());
    assertThat(processes.isAlive(supervisor.pid())).isTrue();

    // When
    processes.stopAll();

    // Then
    assertThat(supervisor.waitFor()).isNotZero();
    assertThat(processes.supervisor()).isEmpty();
  }

  @Test
  void shouldFindAProcessOfAHomeWithNonAsciiLetters() throws Exception {
    // Given
    DlpoHome home = new DlpoHome(folder.resolve("übung"));
    Process own = sleeping(home.mark());

    // Then
    assertThat(new StackProcesses(home).isAlive(own.pid())).isTrue();
  }

  @Test
  void shouldStopWaitingAfterTheTimeout() throws Exception {
    // Given
    DlpoHome home = new DlpoHome(folder);
    Process own = sleeping(home.mark());

    // Then
    assertThat(new StackProcesses(home).awaitExit(List.of(own.toHandle()), Duration.ofMillis(200)))
        .isFalse();
    assertThat(own.isAlive()).isTrue();
  }

  /** A process with these arguments. The shell waits until its input ends. */
  private Process sleeping(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "read line", "sh"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }
}
