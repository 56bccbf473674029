package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrappingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "**yes**.|yes",
        "`yes`|yes",
        "\"yes.\"|yes",
        "'yes'|yes",
        "$\\boxed{\\text{B}}$|B",
        "\\(42\\)|42",
        "\u5317\u4eac\u3002|\u5317\u4eac",
        "42</s>|42",
        "((a))|((a))",
        "$5 and $6|$5 and $6",
        ".|."
      })
  void shouldTakeOffWhatIsAroundAnAnswer(String text, String plain) {
    assertThat(Wrapping.readings(text).getLast()).isEqualTo(plain);
  }

  @Test
  void shouldTakeOffOneLayerAtATime() {
    assertThat(Wrapping.readings("**\"yes\".**"))
        .containsExactly("**\"yes\".**", "\"yes\".", "\"yes\"", "yes");
  }

  @Property
  void shouldEndWithAnyText(@ForAll String text) {
    assertThat(Wrapping.readings(text)).startsWith(text);
  }
}
