package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.event.SentenceEdit.Op;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.budget.Charges;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.RunView;
import io.dlpo.core.spec.ResolvedRun;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedAssumptionsTest {

  private static final ResolvedRun RUN = EstimatedRuns.of("steps: 3");

  @Test
  void shouldAssumeTheDefaultsWithoutAnyRunLikeIt() {
    // Given
    ResolvedRun other = EstimatedRuns.with("steps: 3", "metric: {type: contains}");

    // Then
    assertThat(learnt(List.of())).isEqualTo(Estimator.defaults(RUN.settings()));
    assertThat(learnt(List.of(past(other, Map.of(), List.of()))))
        .isEqualTo(Estimator.defaults(RUN.settings()));
  }

  @Test
  void shouldLearnTheLengthOfRepliesByWhatWasPaidFor() {
    // Given: references are a token each
    Map<CallPurpose, Usage> spent =
        Map.of(
            CallPurpose.TEST, new Usage(30, 10, 900, 1_500),
            CallPurpose.BATCH, new Usage(10, 0, 300, 500),
            CallPurpose.CRITIQUE, new Usage(4, 2, 800, 360),
            CallPurpose.REDUCTION, new Usage(2, 0, 400, 50));

    // When
    Assumptions learnt = learnt(List.of(past(RUN, spent, List.of())));

    // Then
    assertThat(learnt.value(Assumption.TOKENS_ANSWER)).isCloseTo(49, within(1e-9));
    assertThat(learnt.value(Assumption.TOKENS_CRITIQUE)).isEqualTo(90);
    assertThat(learnt.value(Assumption.TOKENS_REDUCTION)).isEqualTo(25);
    assertThat(source(learnt, Assumption.TOKENS_ANSWER)).isEqualTo("an earlier run");
  }

  @Test
  void shouldKeepTheDefaultOfWhatNeverWas() {
    // When
    Assumptions learnt = learnt(List.of(past(RUN, Map.of(), List.of())));

    // Then
    assertThat(learnt).isEqualTo(Estimator.defaults(RUN.settings()));
  }

  @Test
  void shouldWeighEachCallTheSameOverAllRuns() {
    // Given
    PastRun one = past(RUN, Map.of(CallPurpose.CRITIQUE, new Usage(1, 0, 0, 100)), List.of());
    PastRun two = past(RUN, Map.of(CallPurpose.CRITIQUE, new Usage(3, 0, 0, 180)), List.of());

    // When
    Assumptions learnt = learnt(List.of(one, two));

    // Then
    assertThat(learnt.value(Assumption.TOKENS_CRITIQUE)).isEqualTo(70);
    assertThat(source(learnt, Assumption.TOKENS_CRITIQUE)).isEqualTo("the mean of 2 earlier runs");
  }

  @Test
  void shouldLearnHowSentencesAreEdited() {
    // Given
    List<SentenceEdit> edits =
        List.of(
            new SentenceEdit(Op.ADD, null, 1, null, "12345678."),
            new SentenceEdit(Op.ADD, null, 1, null, "1234567."),
            new SentenceEdit(Op.ADD, null, 1, null, "123456789012."),
            new SentenceEdit(Op.MODIFY, 1, null, "a.", "1234."),
            new SentenceEdit(Op.DELETE, 2, null, "b.", null));

    // When
    Assumptions learnt = learnt(List.of(past(RUN, Map.of(), edits)));

    // Then
    assertThat(learnt.value(Assumption.EDIT_ADDS)).isEqualTo(0.75);
    assertThat(learnt.value(Assumption.EDIT_TOKENS)).isEqualTo((3 + 2 + 4 + 2) / 4.0);
  }

  @Test
  void shouldLetTheUserKnowBetter() {
    // Given
    PastRun run = past(RUN, Map.of(CallPurpose.CRITIQUE, new Usage(1, 0, 0, 100)), List.of());

    // When
    Assumptions given = learnt(List.of(run)).given(List.of("tokens.critique=7"));

    // Then
    assertThat(given.value(Assumption.TOKENS_CRITIQUE)).isEqualTo(7);
    assertThat(source(given, Assumption.TOKENS_CRITIQUE)).isEqualTo("given");
  }

  private static Assumptions learnt(List<PastRun> past) {
    return Estimator.learnt(RUN.settings(), past);
  }

  private static String source(Assumptions assumptions, Assumption one) {
    return assumptions.all().get(one).source();
  }

  private static PastRun past(
      ResolvedRun run, Map<CallPurpose, Usage> spent, List<SentenceEdit> edits) {
    RunView begun = RunState.begin(EstimatedRuns.context(run)).next().view();
    Map<CallPurpose, Usage> all = new EnumMap<>(begun.usageByPurpose());
    all.putAll(spent);
    PromptVersion candidate =
        new PromptVersion(
            PromptId.of("b"), begun.initial().promptId(), 1, "b", true, null, null, edits);
    RunView ended =
        new RunView(
            begun.status(),
            begun.reason(),
            begun.phase(),
            begun.step(),
            begun.steps(),
            1,
            0,
            begun.trajectory(),
            begun.initial(),
            begun.current(),
            begun.best(),
            null,
            null,
            null,
            null,
            null,
            all,
            0,
            Charges.NONE,
            List.of(begun.initial(), candidate),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new PastRun(run.settings(), run.splits(), ended);
  }
}
