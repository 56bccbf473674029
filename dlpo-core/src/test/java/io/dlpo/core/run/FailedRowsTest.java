package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailedExample;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedRowsTest {

  @Test
  void shouldCountInHowManyEvaluationsARowCountedAsWrongAndKeepItsFirstFailure() {
    // When
    FailedRows rows =
        FailedRows.NONE
            .plus(counted(2, failed("r4", "filtered"), failed("r7", "too long")))
            .plus(counted(1, failed("r10", "filtered")))
            .plus(counted(1, failed("r4", "refused")));

    // Then
    assertThat(rows.rows())
        .containsExactly(
            new FailedRow("r10", "REFUSED, filtered", 1),
            new FailedRow("r4", "REFUSED, filtered", 2),
            new FailedRow("r7", "REFUSED, too long", 1));
    assertThat(rows.among(List.of(example("r4"), example("r5"), example("r7")))).isEqualTo(2);
  }

  @Test
  void shouldNotListRowsOfAnEvaluationThatPausesTheRun() {
    assertThat(FailedRows.NONE.plus(event(1, null, failed("r4", "filtered"))))
        .isSameAs(FailedRows.NONE);
  }

  @Test
  void shouldKeepNoMoreRowsThanItsLimit() {
    // Given
    FailedRows rows = FailedRows.NONE;

    // When
    for (int i = 0; i < FailedRows.MAX_ROWS + 20; i++) {
      rows = rows.plus(counted(1, failed("r%03d".formatted(i), "filtered")));
    }
    rows = rows.plus(counted(1, failed("r000", "filtered")));

    // Then
    assertThat(rows.rows())
        .extracting(FailedRow::id)
        .containsExactlyElementsOf(
            IntStream.range(0, FailedRows.MAX_ROWS).mapToObj("r%03d"::formatted).toList());
    assertThat(rows.rows().getFirst().count()).isEqualTo(2);
  }

  private static BatchScored counted(int count, FailedExample... failed) {
    return event(0, count, failed);
  }

  private static BatchScored event(int failed, Integer countedWrong, FailedExample... examples) {
    RunContext context = Runs.annealed();
    EvaluationRequest request =
        new EvaluationRequest(
            new EvaluationId("e"), 1, Purpose.TEST, "prompt", Runs.examples("e", 5));
    return new BatchScored(
        Proposals.events(context, RunHistory.begin("prompt", List.of(), 1, List.of()), request)
            .getFirst()
            .evaluation(),
        0,
        failed,
        0,
        List.of(),
        List.of(),
        List.of(),
        Usage.NONE,
        0,
        null,
        null,
        countedWrong,
        List.of(examples));
  }

  private static FailedExample failed(String id, String message) {
    return new FailedExample(id, FailureKind.REFUSED, message);
  }

  private static Example example(String id) {
    return new Example(id, "question", "yes");
  }
}
