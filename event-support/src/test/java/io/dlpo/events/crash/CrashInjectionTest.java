package io.dlpo.events.crash;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.events.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrashInjectionTest {

  @Test
  void shouldNameTheSettingThatIsWrong() {
    // Given
    CrashInjection injection =
        new CrashInjection(
            new NoSettings(), new TestSettings("optimizer", Duration.ZERO, Duration.ZERO));

    // When
    assertThatThrownBy(() -> injection.arm("optimizer:nowhere:1"))
        // Then
        .hasMessage(
            "dlpo.crash.at (DLPO_CRASH_AT): unknown crash point 'nowhere' of optimizer; use one of"
                + " received, replied, remembered, committing, handled, publishing, published");
  }

  private record NoSettings() implements CrashSettings {

    @Override
    public Optional<String> at() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> once() {
      return Optional.empty();
    }
  }
}
