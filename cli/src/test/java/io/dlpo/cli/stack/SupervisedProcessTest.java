package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {

  @TempDir private Path folder;

  @Test
  void shouldRestartAnExitedProcessAndStopARunningOne() {
    // Given
    SupervisedProcess child = child("echo began $WORD; exec sleep 600");
    long first = child.pid();
    awaitLog("began well");

    // When
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await().until(child::restartIfExited);

    // Then
    assertThat(child.isAlive()).isTrue();
    assertThat(child.pid()).isNotEqualTo(first);
    awaitLog("began well", "began well");
    child.terminate();
    child.awaitExit();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void shouldRestartTheProgramThatIsThereByThen() {
    // Given
    Iterator<List<String>> commands =
        List.of(List.of("sh", "-c", "echo one"), List.of("sh", "-c", "echo two")).iterator();
    SupervisedProcess child =
        SupervisedProcess.start("child", () -> next(commands), Map.of(), folder.resolve("log"));

    // When: the third time, there is none
    await().until(child::restartIfExited);
    await().until(child::restartIfExited);

    // Then
    awaitLog("one", "two", "two");
    child.awaitExit();
  }

  private static List<String> next(Iterator<List<String>> commands) {
    if (commands.hasNext()) {
      return commands.next();
    }
    throw new CliException(ExitStatus.FAILED, "no program");
  }

  @Test
  void shouldNotRestartARunningProcess() {
    // Given
    SupervisedProcess child = child("exec sleep 600");

    // Then
    assertThat(child.restartIfExited()).isFalse();
    child.terminate();
    child.awaitExit();
  }

  @Test
  void shouldGiveUpAProcessThatKeepsExitingDuringStartup() {
    // Given
    SupervisedProcess child = child("exit 1");

    // When
    for (int exit = 1; exit <= 3; exit++) {
      assertThat(child.cannotStart()).isFalse();
      await().until(child::restartIfExited);
    }

    // Then
    assertThat(child.cannotStart()).isTrue();
    assertThat(child.log()).isEqualTo(folder.resolve("log"));
  }

  private void awaitLog(String... lines) {
    await()
        .untilAsserted(
            () -> assertThat(Files.readAllLines(folder.resolve("log"))).containsExactly(lines));
  }

  private SupervisedProcess child(String script) {
    return SupervisedProcess.start(
        "child", List.of("sh", "-c", script), Map.of("WORD", "well"), folder.resolve("log"));
  }
}
