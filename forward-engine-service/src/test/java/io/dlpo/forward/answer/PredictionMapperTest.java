package io.dlpo.forward.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.forward.Tasks;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelReply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionMapperTest {

  private static final ModelCall CALL = new ModelCall(true, 10, 5, 200);

  private final ExampleRequested task = Tasks.task(Tasks.evaluation(1));

  @ParameterizedTest
  @EnumSource(names = {"STOP", "OTHER"})
  void shouldTakeTheReplyAsItIs(FinishReason finish) {
    assertThat(read("Answer: 8\n", finish))
        .isEqualTo(
            new PredictionProduced(task.evaluation(), task.example(), "Answer: 8\n", null, CALL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void shouldCountAnEmptyReplyAsFailureThatWasPaid(String text) {
    assertThat(read(text, FinishReason.STOP)).isEqualTo(unreadable("student sent an empty reply"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Answer: 8", "The sum of", ""})
  void shouldTakeAReplyThatWasCutOffAndSaySo(String text) {
    assertThat(read(text, FinishReason.LENGTH))
        .isEqualTo(
            new PredictionProduced(task.evaluation(), task.example(), text, null, CALL, true));
    assertThat(read(text, FinishReason.LENGTH).isUnanswered()).isEqualTo(text.isEmpty());
  }

  @Test
  void shouldPassAFailedCallOn() {
    // Given
    CallFailure failure = new CallFailure(FailureKind.TIMEOUT, "no reply within 90 s");

    // Then
    assertThat(PredictionMapper.map(task, new ModelReply.Failed(failure)))
        .isEqualTo(
            new PredictionProduced(
                task.evaluation(), task.example(), null, failure, ModelCall.NONE));
  }

  @Test
  void shouldPassOnWhatAFailedCallHasCost() {
    // Given
    CallFailure failure = new CallFailure(FailureKind.UNREADABLE, "sent an empty reply");

    // Then
    assertThat(PredictionMapper.map(task, new ModelReply.Failed(failure, CALL)).call())
        .isEqualTo(CALL);
  }

  @Test
  void shouldPassOnWhatTheRunShouldKnowAboutTheModel() {
    assertThat(
            PredictionMapper.map(
                    task,
                    new ModelReply.Replied(
                        "8", "", FinishReason.STOP, CALL, List.of("b", "a", "b")))
                .notes())
        .containsExactly("a", "b");
    assertThat(read("8", FinishReason.STOP).notes()).isNull();
  }

  @Test
  void shouldRefuseAReplyThatDoesNotFitOneRecord() {
    assertThat(read("\u0001".repeat(100_000), FinishReason.STOP).failure())
        .isEqualTo(
            new CallFailure(
                FailureKind.UNREADABLE,
                "student sent a reply of 600000 bytes; the maximum is 500000"));
  }

  @Test
  void shouldMakeEveryReplyWritable() {
    // Given an unpaired surrogate
    PredictionProduced prediction = read("Answer: \ud83d 8", FinishReason.STOP);

    // Then
    assertThat(prediction.output()).isEqualTo("Answer: ? 8");
    assertThat(EventJson.write(prediction)).isNotEmpty();
  }

  @Test
  void shouldPassOnWhatTheModelThought() {
    // Given
    String text = "Two and one: 3?";

    // Then
    assertThat(thought(text)).isEqualTo(text);
    assertThat(thought("")).isNull();
    assertThat(thought(" \n")).isNull();
    assertThat(thought("Hm \ud83d")).isEqualTo("Hm ?");
  }

  @Test
  void shouldKeepTheEndOfALongThought() {
    assertThat(thought("a".repeat(PredictionMapper.MAX_THOUGHT)))
        .isEqualTo("a".repeat(PredictionMapper.MAX_THOUGHT));
    assertThat(thought("no".repeat(PredictionMapper.MAX_THOUGHT) + "So it is 3."))
        .hasSize(PredictionMapper.MAX_THOUGHT + 2)
        .startsWith("… ")
        .endsWith("So it is 3.");
  }

  private String thought(String thought) {
    return PredictionMapper.map(
            task, new ModelReply.Replied("3", thought, FinishReason.STOP, CALL, List.of()))
        .thought();
  }

  private PredictionProduced read(String text, FinishReason finish) {
    return PredictionMapper.map(task, new ModelReply.Replied(text, finish, CALL));
  }

  private PredictionProduced unreadable(String message) {
    return new PredictionProduced(
        task.evaluation(),
        task.example(),
        null,
        new CallFailure(FailureKind.UNREADABLE, message),
        CALL);
  }
}
