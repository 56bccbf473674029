package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.ContainsMetric;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.NumberMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The requests of other services are worded here once more; their sources say whether rightly. */
class OtherServicesTextTest {

  private static final Path BACKWARD =
      Path.of("../backward-engine-service/src/main/java/io/dlpo/backward");
  private static final Path EVALUATOR =
      Path.of("../evaluator-service/src/main/java/io/dlpo/evaluator");

  @Test
  void shouldInstructAsTheBackwardEngineDoes() throws IOException {
    assertThat(instruction(BACKWARD.resolve("critique/CritiqueRequest.java")))
        .isEqualTo(BackwardTexts.CRITIQUE);
    assertThat(instruction(BACKWARD.resolve("reduction/ReductionRequest.java")))
        .isEqualTo(BackwardTexts.REDUCTION);
  }

  @Test
  void shouldInstructAsTheJudgeIs() throws IOException {
    assertThat(instruction(EVALUATOR.resolve("judge/JudgeRequest.java")))
        .isEqualTo(JudgeText.INSTRUCTION);
  }

  @Test
  void shouldAskForACritiqueInTheBlocksOfTheBackwardEngine() throws IOException {
    // Given
    String source = Files.readString(BACKWARD.resolve("critique/CritiqueRequest.java"));
    Mistake mistake = new Mistake("e", "2+2?", "5", "4", "wrong");

    // When
    String asked = BackwardTexts.critique(evaluation(new NumberMetric()), mistake).user();

    // Then
    assertThat(asked)
        .startsWith("<PROMPT>\nAnswer.\n</PROMPT>\n<ANSWER_FORMAT>\n")
        .contains("<QUESTION>\n2+2?\n</QUESTION>\n<ANSWER>\n5\n</ANSWER>\n<REFERENCE>\n4\n")
        .contains("<FEEDBACK>\nwrong\n</FEEDBACK>\n");
    assertThat(source)
        .contains("\"PROMPT\"", "\"ANSWER_FORMAT\"", "\"QUESTION\"", "\"ANSWER\"", "\"REFERENCE\"")
        .contains("\"FEEDBACK\"", asked.substring(asked.lastIndexOf('\n') + 1));
  }

  @Test
  void shouldLeaveOutTheFormatWhereTheMetricAsksForNone() {
    // When
    String asked =
        BackwardTexts.critique(
                evaluation(new ContainsMetric(false)), new Mistake("e", "a", "b", "c", "d"))
            .user();

    // Then
    assertThat(asked).doesNotContain("ANSWER_FORMAT");
  }

  @Test
  void shouldNumberTheCritiquesOfAReduction() throws IOException {
    // Given
    String source = Files.readString(BACKWARD.resolve("reduction/ReductionRequest.java"));

    // When
    String asked =
        BackwardTexts.reduction(
                evaluation(new NumberMetric()),
                List.of(new Critique("a", "one"), new Critique("b", "two")))
            .user();

    // Then
    assertThat(asked)
        .contains("<CRITIQUE id=\"1\">\none\n</CRITIQUE>\n<CRITIQUE id=\"2\">\ntwo\n</CRITIQUE>\n");
    assertThat(source).contains(asked.substring(asked.lastIndexOf('\n') + 1));
  }

  @Test
  void shouldShowTheJudgeInputAnswerAndReferenceAsJson() {
    // Given
    JudgeMetric metric = new JudgeMetric(Engine.greedy("judge"), "Be kind.");

    // When
    Request asked =
        JudgeText.of(JudgeText.instruction(metric), new Example("e", "say \"hi\"", "hi"), "hello");

    // Then
    assertThat(asked.system()).contains("The rubric:\nBe kind.\n");
    assertThat(asked.user())
        .isEqualTo("{\"input\":\"say \\\"hi\\\"\",\"answer\":\"hello\",\"reference\":\"hi\"}");
  }

  /** The source's first text block, as the compiler reads it. */
  private static String instruction(Path source) throws IOException {
    String text = Files.readString(source);
    int begin = text.indexOf("\"\"\"\n") + 4;
    String block = text.substring(begin, text.indexOf("\"\"\"", begin));
    return block.stripIndent().replace("\\\n", "").strip();
  }

  private static Evaluation evaluation(Metric metric) {
    return new Evaluation(
        new EvaluationId("e"),
        new RunId("run-1"),
        1,
        Purpose.BATCH,
        PromptId.of("Answer."),
        "Answer.",
        metric,
        new Engines(Engine.greedy("a"), Engine.greedy("b")),
        "",
        1);
  }
}
