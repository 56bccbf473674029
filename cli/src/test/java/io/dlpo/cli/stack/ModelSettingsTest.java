package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelSettingsTest {

  @Test
  void shouldSimulateWithoutAKeyAndAnEndpoint() {
    // When
    ModelSettings models = ModelSettings.of(Map.of("OPENAI_API_KEY", " "), 4711);

    // Then
    assertThat(models.simulated()).isTrue();
    assertThat(models.environment())
        .containsEntry("OPENAI_BASE_URL", "http://127.0.0.1:4711/v1")
        .containsEntry("DLPO_FORWARD_MODEL", "sim-student")
        .containsEntry("DLPO_BACKWARD_MODEL", "sim-teacher");
  }

  @Test
  void shouldUseAnEndpointWithoutAKey() {
    // When
    ModelSettings models =
        ModelSettings.of(Map.of("OPENAI_BASE_URL", "http://localhost:11434/v1"), 4711);

    // Then
    assertThat(models.simulated()).isFalse();
    assertThat(models.endpoint()).isEqualTo("http://localhost:11434/v1");
  }

  @Test
  void shouldUseOpenAiWithAKeyAndNotCopyTheKey() {
    // When
    ModelSettings models =
        ModelSettings.of(
            Map.of("OPENAI_API_KEY", "sk-secret", "DLPO_FORWARD_MODEL", "gpt-x"), 4711);

    // Then
    assertThat(models.endpoint()).isEqualTo("https://api.openai.com/v1");
    assertThat(models.environment()).containsEntry("DLPO_FORWARD_MODEL", "gpt-x");
    assertThat(models.toString()).doesNotContain("sk-secret");
  }

  @Test
  void shouldUseOpenAiWithTheKeyInAFile() {
    // When
    ModelSettings models =
        ModelSettings.of(Map.of("OPENAI_API_KEY_FILE", "/run/secrets/key"), 4711);

    // Then
    assertThat(models.simulated()).isFalse();
    assertThat(models.endpoint()).isEqualTo("https://api.openai.com/v1");
  }
}
