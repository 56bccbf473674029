package io.dlpo.contracts.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

  private final List<String> ends = new ArrayList<>();

  @AfterEach
  void disarm() {
    Crash.arm(null);
  }

  @Test
  void shouldPassEveryPointIfNotTold() {
    // When
    for (CrashPoint point : CrashPoint.values()) {
      Crash.at(point);
    }

    // Then
    assertThat(ends).isEmpty();
  }

  @Test
  void shouldEndTheProcessAtTheNthTimeOnly() {
    // Given
    Crash.arm(trigger("optimizer", null));

    // When
    Crash.at(CrashPoint.HANDLED);
    Crash.at(CrashPoint.RECEIVED);
    assertThat(ends).isEmpty();
    Crash.at(CrashPoint.HANDLED);
    Crash.at(CrashPoint.HANDLED);

    // Then
    assertThat(ends)
        .containsExactly(
            "crash point optimizer:handled was reached 2 times: the process ends as configured");
  }

  @Test
  void shouldPassThePointsOfOtherServices() {
    // Given
    Crash.arm(trigger("evaluator", null));

    // When
    Crash.at(CrashPoint.HANDLED);
    Crash.at(CrashPoint.HANDLED);

    // Then
    assertThat(ends).isEmpty();
  }

  @Test
  void shouldEndOnlyTheFirstOfTheProcessesThatShareAFolder(@TempDir Path folder) {
    // When
    for (int life = 0; life < 3; life++) {
      Crash.arm(trigger("optimizer", folder.resolve("crashes")));
      Crash.at(CrashPoint.HANDLED);
      Crash.at(CrashPoint.HANDLED);
    }

    // Then
    assertThat(ends).hasSize(1);
    assertThat(folder.resolve("crashes")).isDirectoryContaining("glob:**/optimizer.handled");
  }

  private CrashTrigger trigger(String service, @Nullable Path once) {
    return new CrashTrigger(service, CrashPlan.parse("optimizer:handled:2"), once, ends::add);
  }
}
