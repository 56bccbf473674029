package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Experiments;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pauses, resumes and reports experiments on the command line, and refuses invalid ones. */
@ExtendWith(SharedStack.class)
class ExperimentST {

  private final Experiments experiments;

  ExperimentST(Stack stack) {
    this.experiments = new Experiments(stack);
  }

  @Test
  void shouldHoldAnExperimentAndTakeItUpAgain() throws IOException {
    // Given
    Path spec = experiments.spec("held", 11);
    Path html = experiments.stack().dlpo().home().resolve("report.html");
    Path csv = experiments.stack().dlpo().home().resolve("report.csv");

    // When
    CommandResult paused = experiments.run(spec, "--pause").expect(0);
    CommandResult now = experiments.run(spec, "--now").expect(0);
    CommandResult end =
        experiments.run(spec, "--html", html.toString(), "--csv", csv.toString()).expect(0);

    // Then
    assertThat(paused.err()).contains("is paused");
    assertThat(now.out()).contains("of 6 runs have a result").doesNotContain("6 of 6");
    assertThat(end.out())
        .contains("SIMULATED", "FINISHED  6 of 6 runs have a result", "plain → rate");
    assertThat(end.err()).contains("run 6/6");
    assertThat(Files.readString(html)).contains("SIMULATED", "<svg");
    assertThat(Files.readAllLines(csv)).hasSize(7);
  }

  @Test
  void shouldRefuseWhatCannotRunBeforeAnythingBegins() throws IOException {
    // Given
    Path spec = experiments.spec("wrong", 21);
    Files.writeString(spec, Files.readString(spec).replace("limit: 1", "limit: 0"));

    // When, Then
    assertThat(experiments.run(spec).expect(2).err())
        .contains("`optimizer.learningRate.limit` is '0'", "all.rate.21 and 2 more");
  }
}
