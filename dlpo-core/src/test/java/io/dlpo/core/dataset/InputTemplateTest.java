package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.refusal.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTemplateTest {

  private static final Row ROW =
      new Row(3, "Who?", "Ann", Map.of("question", "Who?", "context", "Costs $1 \\ {{question}}"));

  @ParameterizedTest
  @ValueSource(strings = {"{{context}} {{question}}", "{{ context }} {{  question}}"})
  void shouldPutTheColumnsInTheirPlaces(String template) {
    // When
    String input = new InputTemplate(template).fill(ROW);

    // Then: what a column holds is taken as it is
    assertThat(input).isEqualTo("Costs $1 \\ {{question}} Who?");
  }

  @Test
  void shouldRefuseEveryColumnThatIsNotThere() {
    // Given
    InputTemplate template = new InputTemplate("{{questoin}} {{question}} {{hint}}");

    // When / Then
    assertThatThrownBy(() -> template.fill(ROW))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.problems()).hasSize(2))
        .hasMessageContaining(
            "dataset.template names 'questoin', which row 3 does not have; must be a text")
        .hasMessageContaining("'hint'")
        .hasMessageContaining("question")
        .hasMessageContaining("context");
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is it?", "{question}", "{{}}", "{{ }}"})
  void shouldRefuseATemplateThatIsTheSameForAllRows(String template) {
    // When / Then
    assertThatThrownBy(() -> new InputTemplate(template).fill(ROW))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("dataset.template is '" + template + "'");
  }
}
