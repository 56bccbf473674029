package io.dlpo.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The records that complete the log of a run. */
class LogRecordsTest {

  private static final RunId RUN = new RunId("run-1");
  private static final EvaluationId BATCH = new EvaluationId("e-1");
  private static final CallFailure DOWN = new CallFailure(FailureKind.SERVER_ERROR, "503");

  @Test
  void shouldKeepAReplyUpToItsBoundAndLeaveOutALongerOne() {
    assertThat(reply("x".repeat(RecordedReply.MAX_TEXT), null).text())
        .hasSize(RecordedReply.MAX_TEXT);
    assertThat(reply("x".repeat(RecordedReply.MAX_TEXT + 1), null).text()).isNull();
    assertThat(reply(null, DOWN).failure()).isEqualTo(DOWN);
  }

  @Test
  void shouldRefuseAReplyThatAlsoFailed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reply("text", DOWN))
        .withMessage("RecordedReply has text and failure both set; at most one may be set");
  }

  @Test
  void shouldRefuseAnUpdateWithoutAReplyOrAStep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UpdateReplied(RUN, 1, BATCH, List.of()))
        .withMessage("UpdateReplied.replies is empty; it must have 1 reply or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UpdateReplied(RUN, 0, BATCH, List.of(reply("text", null))))
        .withMessage("UpdateReplied.step is 0; must be 1 or more");
  }

  @Test
  void shouldKeepTheOrderOfARunAndTellOneUpdateFromAnother() {
    UpdateReplied update = new UpdateReplied(RUN, 1, BATCH, List.of(reply("text", null)));

    assertThat(update.partitionKey()).isEqualTo("run-1");
    assertThat(update.identity()).isEqualTo("e-1");
  }

  @Test
  void shouldForkAfterAStepOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ForkPoint(RUN, 0, "scope"))
        .withMessage("ForkPoint.step is 0; must be 1 or more");
  }

  @Test
  void shouldKnowAllOfAUsageForNothing() {
    Usage usage = new Usage(3, 2, 300, 30, new Tokens(200, 20));

    assertThat(usage.known()).isEqualTo(new Usage(0, 5, 0, 0, new Tokens(500, 50)));
    assertThat(usage.known().known()).isEqualTo(usage.known());
    assertThat(Usage.NONE.known()).isEqualTo(Usage.NONE);
  }

  private static RecordedReply reply(@Nullable String text, @Nullable CallFailure failure) {
    return new RecordedReply("UPDATE", "digest", text, false, failure, ModelCall.NONE);
  }
}
