package io.dlpo.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailedExample;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.wire.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordValidationTest {

  private static final Evaluation EVALUATION =
      new Evaluation(
          new EvaluationId("e-1"),
          new RunId("run-1"),
          1,
          Purpose.BATCH,
          PromptId.of("Answer."),
          "Answer.",
          new NumberMetric(),
          new Engines(Engine.greedy("student"), Engine.greedy("teacher")),
          "scope",
          2);
  private static final Example EXAMPLE = new Example("r1", "1 + 1", "2");
  private static final CallFailure FAILURE = new CallFailure(FailureKind.TIMEOUT, "no reply");

  @Test
  void shouldRefuseAPredictionWithBothOutputAndFailure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PredictionProduced(EVALUATION, EXAMPLE, "2", FAILURE, ModelCall.NONE))
        .withMessage("PredictionProduced has output and failure both set; exactly one must be set");
  }

  @Test
  void shouldRefuseAPredictionWithNeither() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PredictionProduced(EVALUATION, EXAMPLE, null, null, ModelCall.NONE))
        .withMessageContaining("both missing");
  }

  @Test
  void shouldRefuseMoreAnswersThanExamples() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new BatchScored(
                    EVALUATION, 2, 1, 1, List.of(), List.of(), List.of(), Usage.NONE, 0))
        .withMessage(
            "BatchScored has correct 2 and failed 1 of 2 examples; both must be 0 or more and fit the"
                + " size");
  }

  @Test
  void shouldRefuseAGradientOfMoreRightAnswersThanTheBatchHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GradientProduced(
                    EVALUATION, "Count.", null, List.of(), Usage.NONE, Usage.NONE, 0, 3))
        .withMessage("GradientProduced.correct is 3; must be 0 to 2, the size of the batch");
  }

  @Test
  void shouldRefuseNamesThatNoIndexHasRoomFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Example("r".repeat(501), "1 + 1", "2"))
        .withMessage("Example.id has 501 characters; the maximum is 500");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Evaluation(
                    EVALUATION.id(),
                    EVALUATION.runId(),
                    1,
                    Purpose.BATCH,
                    EVALUATION.promptId(),
                    "Answer.",
                    new NumberMetric(),
                    EVALUATION.engines(),
                    "s".repeat(501),
                    2))
        .withMessage("Evaluation.sampleScope has 501 characters; the maximum is 500");
  }

  @Test
  void shouldKnowNoJudgeWhereARuleScores() {
    BatchScored scored =
        new BatchScored(EVALUATION, 2, 0, 1, List.of(), List.of(), List.of(), Usage.NONE, 0);

    assertThat(scored.judgeUsage()).isNull();
    assertThat(new String(EventJson.write(scored), StandardCharsets.UTF_8))
        .doesNotContain("judgeUsage");
  }

  @Test
  void shouldRefuseMoreExamplesThatCountAsWrongThanAreLeft() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new BatchScored(
                    EVALUATION,
                    1,
                    0,
                    0.5,
                    List.of(),
                    List.of(),
                    List.of(),
                    Usage.NONE,
                    0,
                    null,
                    null,
                    2,
                    List.of()))
        .withMessage(
            "BatchScored.countedWrong is 2; must be 1 to 1, the examples that are neither correct"
                + " nor failed");
  }

  @Test
  void shouldListNoFailedExampleWhereNoneFailed() {
    BatchScored scored =
        new BatchScored(EVALUATION, 2, 0, 1, List.of(), List.of(), List.of(), Usage.NONE, 0);

    assertThat(scored.countedAsWrong()).isZero();
    assertThat(new String(EventJson.write(scored), StandardCharsets.UTF_8))
        .doesNotContain("countedWrong", "failedExamples", "tolerated");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3})
  void shouldRefuseToTolerateNoneOrMoreThanAll(int tolerated) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Evaluation(
                    EVALUATION.id(),
                    EVALUATION.runId(),
                    1,
                    Purpose.BATCH,
                    EVALUATION.promptId(),
                    "Answer.",
                    new NumberMetric(),
                    EVALUATION.engines(),
                    "scope",
                    2,
                    tolerated,
                    null))
        .withMessage("Evaluation.tolerated is %d; must be 1 to 2, the size".formatted(tolerated));
  }

  @Test
  void shouldShortenWhatAnEndpointSaysOfARow() {
    assertThat(
            FailedExample.of("r1", new CallFailure(FailureKind.REFUSED, "x".repeat(400))).message())
        .hasSize(FailedExample.MAX_MESSAGE);
  }

  @Test
  void shouldRefuseAPartBeyondTheParts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PromptProposed(EVALUATION, 3, 2, List.of(EXAMPLE)))
        .withMessage("PromptProposed.part is 3; must be 1 to parts, which is 2");
  }

  @Test
  void shouldNameTheMissingProperty() {
    assertThatNullPointerException()
        .isThrownBy(() -> new RunCommanded("c", new RunId("r"), null))
        .withMessage("RunCommanded.command is missing");
  }

  @Test
  void shouldRefuseAnIdThatIsNoName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunId("../etc"))
        .withMessageStartingWith("RunId is '../etc'; use");
  }

  @Test
  void shouldRefuseSamplingParametersOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Engine("m", 2.5, null, null, null))
        .withMessage("Engine.temperature is 2.5; must be 0 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Engine("m", null, 0, null, null))
        .withMessage("Engine.maxTokens is 0; must be 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Engine("m", null, null, Double.NaN, null))
        .withMessage("Engine.topP is NaN; must be greater than 0 and at most 1");
  }
}
