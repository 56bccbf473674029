package io.dlpo.systemtests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.trial.TrialRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoakTextTest {

  private static final TrialRun TWIN = new TrialRun("one", "FINISHED", "aa", "A prompt.");

  @Test
  void shouldPrintBothFiguresAndThatItHolds() {
    assertThat(text(TWIN, 5))
        .isEqualToNormalizingNewlines(
            """
            kills              3: forward-engine 0, evaluator 0, backward-engine 0, optimizer 1, kafka 2, postgres 0
            runs finished      1 of 1
            same as reference  1 of 1
            evaluations        40, 0 of them with two results
            model calls        104, of the reference runs 100: 4 more; 5 were in flight at the kills
            it holds
            """);
  }

  @Test
  void shouldShowTheRunThatDidNotEndAsItsTwin() {
    assertThat(text(new TrialRun("one", "PAUSED", "", ""), 5))
        .contains("runs finished      0 of 1")
        .contains("differs: TrialRun[run=one, status=PAUSED")
        .contains("reference: TrialRun[run=one, status=FINISHED, trajectory=aa")
        .endsWith("IT DOES NOT HOLD" + System.lineSeparator());
  }

  private static String text(TrialRun disturbed, long underWay) {
    StringWriter text = new StringWriter();
    SoakText.print(
        new SoakResult(
            List.of(disturbed),
            List.of(TWIN),
            Map.of(Victim.KAFKA, 2, Victim.OPTIMIZER, 1),
            underWay,
            104,
            100,
            40,
            0),
        new PrintWriter(text));
    return text.toString();
  }
}
