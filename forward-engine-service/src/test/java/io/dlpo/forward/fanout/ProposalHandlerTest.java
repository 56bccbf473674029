package io.dlpo.forward.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.forward.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalHandlerTest {

  private final Evaluation evaluation = Tasks.evaluation(3);
  private final List<Example> examples = Tasks.examples(evaluation);

  @Test
  void shouldMakeOneTaskPerExample() {
    assertThat(ProposalHandler.fanOut(new PromptProposed(evaluation, 1, 1, examples)))
        .containsExactlyElementsOf(
            examples.stream().map(example -> new ExampleRequested(evaluation, example)).toList());
  }

  @Test
  void shouldMakeTasksOfItsOwnPartOnly() {
    assertThat(ProposalHandler.fanOut(new PromptProposed(evaluation, 2, 2, examples.subList(2, 3))))
        .extracting(ExampleRequested::partitionKey)
        .containsExactly(evaluation.id() + ":e3");
  }
}
