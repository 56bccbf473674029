package io.dlpo.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.PromptId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChargesTest {

  private static final PromptId PROMPT = new PromptId("p");

  @Test
  void shouldChargeAQuestionOnceHoweverOftenItIsAsked() {
    // When
    Charges charges =
        Charges.NONE
            .proposed(PROMPT, List.of(0, 1, 2), 1)
            .proposed(PROMPT, List.of(1, 2, 3), 1)
            .proposed(PROMPT, List.of(0, 1, 2), 1);

    // Then
    assertThat(charges.calls()).isEqualTo(4);
  }

  @Test
  void shouldChargeAnswerAndVerdictWhereAModelJudges() {
    assertThat(Charges.NONE.proposed(PROMPT, List.of(0, 1), 2).calls()).isEqualTo(4);
  }

  @Test
  void shouldChargeTokensWhetherTheyWerePaidOrKnown() {
    // Given
    Usage paid = new Usage(2, 0, 200, 20);
    Usage known = new Usage(0, 2, 0, 0, new Tokens(200, 20));

    // Then
    assertThat(Charges.NONE.scored(PROMPT, List.of(0, 1), paid, Usage.NONE).tokens())
        .isEqualTo(220);
    assertThat(Charges.NONE.scored(PROMPT, List.of(0, 1), known, Usage.NONE).tokens())
        .isEqualTo(220);
  }

  @Test
  void shouldChargeTheTokensOfNewQuestionsAtTheMean() {
    // Given
    Usage usage = new Usage(4, 0, 400, 40);

    // When
    Charges charges =
        Charges.NONE
            .scored(PROMPT, List.of(0, 1, 2, 3), usage, Usage.NONE)
            .scored(PROMPT, List.of(2, 3, 4, 5), usage, Usage.NONE);

    // Then
    assertThat(charges.forward()).isEqualTo(new Tokens(600, 60));
  }

  @Test
  void shouldKeepTheEnginesApart() {
    // When
    Charges charges =
        Charges.NONE
            .scored(PROMPT, List.of(0), new Usage(1, 0, 10, 1), new Usage(1, 0, 20, 2))
            .backward(new Usage(3, 1, 30, 3, new Tokens(7, 1)));

    // Then
    assertThat(charges.forward()).isEqualTo(new Tokens(10, 1));
    assertThat(charges.judge()).isEqualTo(new Tokens(20, 2));
    assertThat(charges.backward()).isEqualTo(new Tokens(37, 4));
    assertThat(charges.calls()).isEqualTo(4);
    assertThat(charges.tokens()).isEqualTo(74);
  }
}
