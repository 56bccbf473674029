package io.dlpo.optimizer;

import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.PromptProposed;
import java.util.List;
import java.util.stream.IntStream;

/** Scores as the evaluator would publish them. */
final class Scores {

  private Scores() {}

  /** The first so many examples of a proposal are right, the others wrong. */
  static BatchScored of(PromptProposed proposal, int correct) {
    int size = proposal.evaluation().size();
    List<ExampleScore> examples =
        IntStream.range(0, size)
            .mapToObj(i -> new ExampleScore(proposal.examples().get(i).id(), i < correct ? 1.0 : 0))
            .toList();
    return new BatchScored(
        proposal.evaluation(),
        correct,
        0,
        correct / (double) size,
        examples,
        List.of(),
        List.of(),
        Usage.NONE,
        1);
  }
}
