package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The prompt of a run becomes one that applications read by name, with the command line only. */
@ExtendWith(SharedStack.class)
class RegistryST {

  private static final String NAME = "registry-st";

  private final Stack stack;

  RegistryST(Stack stack) {
    this.stack = stack;
  }

  @Test
  void shouldPromoteListAndLabelAPrompt() {
    // Given
    Dlpo dlpo = stack.dlpo();
    RunReport run = stack.run(SpecFile.small(dlpo, NAME, 2, 5));

    // When
    CommandResult promoted =
        dlpo.run("promote", run.runId(), "--as", NAME, "--label", "production", "--force")
            .expect(0);

    // Then
    assertThat(promoted.out())
        .startsWith(NAME + " version 1, labels: production, from run " + run.runId())
        .contains("SIMULATED");
    JsonNode read = stack.promotedPrompt(NAME);
    assertThat(read.path("prompt").asText()).isEqualTo(run.bestPrompt());
    assertThat(read.at("/evidence/simulated").asBoolean()).isTrue();
    assertThat(dlpo.run("prompts").expect(0).out()).contains(NAME, "production=1");
    assertThat(dlpo.run("prompts", NAME, "--json").expect(0).json().at("/0/runId").asText())
        .isEqualTo(run.runId());

    // When
    CommandResult labelled =
        dlpo.run("promote", "--version", "1", "--as", NAME, "--label", "canary").expect(0);

    // Then
    assertThat(labelled.out()).startsWith(NAME + " version 1, labels: canary, production,");
    assertThat(dlpo.run("prompts", "no-such-prompt").expect(2).err())
        .contains("There is no promoted prompt 'no-such-prompt'");
  }
}
