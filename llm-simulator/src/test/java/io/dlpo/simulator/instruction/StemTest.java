package io.dlpo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StemTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count counts counted counting",
        "quantity quantities",
        "type types",
        "negate negated negating",
        "evaluate evaluates evaluated evaluating",
        "letter letters"
      })
  void shouldBeTheSameForAllFormsOfAWord(String forms) {
    assertThat(Arrays.stream(forms.split(" ")).map(Stem::of).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"is", "as", "add", "red", "sing"})
  void shouldLeaveShortWordsAlone(String word) {
    assertThat(Stem.of(word)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "notes", "noted", "noting"})
  void shouldTellNotingFromNot(String word) {
    assertThat(Stem.of(word)).isEqualTo("note").isNotEqualTo(Stem.of("not"));
  }
}
