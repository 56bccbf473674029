package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.contracts.evaluation.CritiqueMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateFormTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6})
  void shouldRefuseNoCandidateOrTooMany(int candidates) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UpdateForm(CritiqueMode.EACH, candidates, 0))
        .withMessage("optimizer.candidates is " + candidates + "; must be 1 to 5");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 21})
  void shouldRefuseAMemoryOutOfRange(int memory) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UpdateForm(CritiqueMode.EACH, 1, memory))
        .withMessage("optimizer.memory is " + memory + "; must be 0 to 20");
  }

  @Test
  void shouldAllowAsMuchAsItSays() {
    assertThat(new UpdateForm(CritiqueMode.EACH, 1, 0)).isEqualTo(UpdateForm.DEFAULT);
    assertThat(new UpdateForm(CritiqueMode.JOINT, 5, 20).candidates()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "EACH, 1, true, false",
    "MERGED, 1, true, false",
    "JOINT, 1, false, true",
    "EACH, 2, false, false",
    "MERGED, 2, false, false",
    "JOINT, 2, false, true",
  })
  void shouldKnowWhatIsShownAndWhatComesBack(
      CritiqueMode critique, int candidates, boolean plain, boolean mistakes) {
    // When
    UpdateForm form = new UpdateForm(critique, candidates, 3);

    // Then
    assertThat(form.isPlain()).isEqualTo(plain);
    assertThat(form.showsMistakes()).isEqualTo(mistakes);
  }
}
