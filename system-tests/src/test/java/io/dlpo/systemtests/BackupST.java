package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.LocalStack;
import io.dlpo.systemtests.stack.RestoreDrill;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests the procedure of docs/operations.md: back up, destroy and restore, without any Kafka data.
 */
class BackupST {

  private static final String BACK_UP = "tar -C \"$DLPO_HOME\" -czf dlpo-backup.tar.gz postgres";
  private static final String DESTROY = "rm -rf \"$DLPO_HOME\"";
  private static final String RESTORE =
      "mkdir -p \"$DLPO_HOME\" && tar -C \"$DLPO_HOME\" -xzf dlpo-backup.tar.gz";

  /** Slow enough for commands to arrive long before a run ends. */
  private static final Map<String, String> LATENCY = Map.of("DLPO_SIMULATOR_LATENCY", "400ms");

  @Test
  @Tag("nightly")
  void shouldHaveFinishedRunsAndGoOnWithOthersAfterTheirStackWasDestroyed() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "backup-");

    // Given
    Stack first = Stack.up("backup", LATENCY);
    RestoreDrill drill = new RestoreDrill(first);
    first.close();

    // When
    shell(BACK_UP, folder, first.dlpo());
    shell(DESTROY, folder, first.dlpo());
    Dlpo second = Dlpo.fresh("restored", LATENCY);
    shell(RESTORE, folder, second);

    // Then
    try (Stack restored = LocalStack.upIn(second)) {
      drill.check(restored);
    }
  }

  @Test
  void shouldBeTheCommandsThatTheGuideNames() throws IOException {
    // When
    String guide = Files.readString(Dlpo.inCheckout("docs/operations.md"));

    // Then
    assertThat(guide).contains(BACK_UP, DESTROY, RESTORE);
  }

  private static void shell(String command, Path folder, Dlpo dlpo) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-ec", command).directory(folder.toFile()).inheritIO();
    builder.environment().put("DLPO_HOME", dlpo.home().toString());
    assertThat(builder.start().waitFor()).as(command).isZero();
  }
}
