package io.dlpo.core.technique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.core.update.EditCommand;
import io.dlpo.core.update.EditLimits;
import io.dlpo.core.update.EditScript;
import io.dlpo.core.update.EditedPrompt;
import io.dlpo.core.update.SentenceEditor;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextualDropoutTest {

  @Property(tries = 300)
  void shouldProtectTheCeilingOfTheShareInDistinctSentences(
      @ForAll @DoubleRange(min = 0.01, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 30) int sentences,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    // When
    UpdatePlan plan = Plans.of(sentences, Plans.step(seed, 1), new TextualDropout(share));

    // Then
    assertThat(plan.protectedSentences())
        .hasSize((int) Math.ceil(share * sentences - 1e-9))
        .doesNotHaveDuplicates()
        .allMatch(number -> number >= 1 && number <= sentences);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5, 3", "0.5, 4, 2", "0.07, 100, 7", "0.1, 3, 1", "1, 6, 6"})
  void shouldRoundUpButNotBeMisledByFloatingPoint(double share, int sentences, int expected) {
    assertThat(
            Plans.of(sentences, Plans.step(1, 1), new TextualDropout(share)).protectedSentences())
        .hasSize(expected);
  }

  @Test
  void shouldDrawEachSentenceEquallyOften() {
    // Given
    int draws = 6_000;
    int[] counts = new int[6];

    // When
    for (int step = 1; step <= draws; step++) {
      for (int number :
          Plans.of(5, Plans.step(11, step), new TextualDropout(0.5)).protectedSentences()) {
        counts[number]++;
      }
    }

    // Then: ceil(2.5) of 5, so each with .6; four standard deviations are .0253
    for (int number = 1; number <= 5; number++) {
      assertThat((double) counts[number] / draws).isCloseTo(0.6, within(0.0253));
    }
  }

  @Test
  void shouldDrawTheSameForTheSameSeedAndStep() {
    // Given
    TextualDropout dropout = new TextualDropout(0.4);

    // Then
    assertThat(Plans.of(20, Plans.step(3, 7), dropout))
        .isEqualTo(Plans.of(20, Plans.step(3, 7), dropout));
    assertThat(Plans.of(20, Plans.step(3, 7), dropout).protectedSentences())
        .isNotEqualTo(Plans.of(20, Plans.step(3, 8), dropout).protectedSentences());
  }

  @Property(tries = 200)
  void shouldKeepProtectedSentencesByteForByteWhateverTheModelReplies(
      @ForAll @IntRange(min = 1, max = 12) int sentences,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    // Given a model that edits everything
    UpdatePlan plan = Plans.of(sentences, Plans.step(seed, 1), new TextualDropout(0.5));
    List<EditCommand> commands = new ArrayList<>();
    for (int number = 1; number <= sentences; number++) {
      commands.add(
          switch ((int) ((seed + number) % 3)) {
            case 0 -> new EditCommand.Delete(number);
            case 1 -> new EditCommand.Modify(number, "Something else entirely.");
            default -> new EditCommand.Move(number, 0);
          });
    }

    // When
    EditedPrompt edited =
        SentenceEditor.apply(
            plan.prompt(), new EditScript.Edits(commands, List.of()), EditLimits.of(plan));

    // Then
    List<String> before = plan.prompt().split().texts();
    assertThat(edited.text())
        .contains(plan.protectedSentences().stream().map(n -> before.get(n - 1)).toList());
  }
}
