package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.BbhFiles;
import io.dlpo.simulator.BbhFiles.Case;
import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import io.dlpo.simulator.student.Student;
import io.dlpo.simulator.student.family.Families;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of the critiques of a batch. */
class GradientTest {

  private static final String PROMPT = "You will answer a reasoning question.";
  private static final int BATCH = 5;

  @ParameterizedTest
  @MethodSource("io.dlpo.simulator.BbhFiles#tasks")
  void shouldRevealOnlyMistakesThatAreInTheBatch(String task) {
    // Given
    List<Case> cases = BbhFiles.read(task);
    Set<Weakness> characteristic =
        EnumSet.copyOf(Families.read(cases.getFirst().input()).orElseThrow().prone().keySet());
    int complete = 0;

    for (int from = 0; from < cases.size(); from += BATCH) {
      // When
      List<Case> batch = cases.subList(from, from + BATCH);
      Set<Weakness> revealed = revealed(batch);
      revealed.retainAll(characteristic);
      complete += revealed.equals(characteristic) ? 1 : 0;

      // Then
      assertThat(made(batch)).containsAll(revealed);
    }
    assertThat(complete)
        .as("batches that show everything")
        .isLessThan(cases.size() / BATCH * 7 / 10);
  }

  private static Set<Weakness> made(List<Case> batch) {
    return batch.stream()
        .filter(each -> !answer(each).endsWith("\nAnswer: " + each.target()))
        .flatMap(each -> Critic.diagnosis(each.input(), answer(each)).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Weakness.class)));
  }

  private static Set<Weakness> revealed(List<Case> batch) {
    List<String> critiques = new ArrayList<>();
    for (Case each : batch) {
      if (!answer(each).endsWith("\nAnswer: " + each.target())) {
        String request =
            "<QUESTION>\n%s\n</QUESTION>\n<ANSWER>\n%s\n</ANSWER>\n"
                .formatted(each.input(), answer(each));
        String critique = Teacher.reply(Requests.CRITIQUE, request, "");
        critiques.add("<CRITIQUE id=\"1\">\n" + critique + "\n</CRITIQUE>\n");
      }
    }
    String gradient = Teacher.reply(Requests.REDUCTION, String.join("", critiques), "");
    return AdvicePoints.of(gradient).stream()
        .flatMap(advice -> Guidance.curedBy(advice).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Weakness.class)));
  }

  private static String answer(Case each) {
    return Student.reply(PROMPT, each.input(), "");
  }
}
