package io.dlpo.core.replay;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptProposed;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The evaluations that a run proposed. Scores and gradients must repeat their evaluation unchanged.
 *
 * @param evaluations by id
 */
record ProposedEvaluations(Map<String, Evaluation> evaluations) {

  static ProposedEvaluations of(Collection<LoggedEvent> outputs) {
    Map<String, Evaluation> evaluations = new HashMap<>();
    for (LoggedEvent output : outputs) {
      if (output.event() instanceof PromptProposed proposal) {
        evaluations.put(proposal.evaluation().id().value(), proposal.evaluation());
      }
    }
    return new ProposedEvaluations(Map.copyOf(evaluations));
  }

  /** The difference between an input's evaluation and the proposed one; empty if they are equal. */
  Optional<Difference> differs(Event input) {
    return switch (input) {
      case BatchScored scored ->
          differs(scored, scored.evaluation(), evaluation -> with(scored, evaluation));
      case GradientProduced gradient ->
          differs(gradient, gradient.evaluation(), evaluation -> with(gradient, evaluation));
      default -> Optional.empty();
    };
  }

  private Optional<Difference> differs(
      Event input, Evaluation told, Function<Evaluation, Event> rebuilt) {
    Evaluation known = evaluations.get(told.id().value());
    return known == null || known.equals(told)
        ? Optional.empty()
        : EventComparison.compare(RunLog.step(input), input, rebuilt.apply(known));
  }

  private static BatchScored with(BatchScored scored, Evaluation evaluation) {
    return new BatchScored(
        evaluation,
        scored.correct(),
        scored.failed(),
        scored.score(),
        scored.examples(),
        scored.mistakes(),
        scored.failures(),
        scored.usage(),
        scored.criticalPathMillis(),
        scored.judgeUsage(),
        scored.notes(),
        scored.countedWrong(),
        scored.failedExamples());
  }

  private static GradientProduced with(GradientProduced gradient, Evaluation evaluation) {
    return new GradientProduced(
        evaluation,
        gradient.gradient(),
        gradient.failure(),
        gradient.critiques(),
        gradient.critiqueUsage(),
        gradient.reductionUsage(),
        gradient.criticalPathMillis(),
        gradient.correct());
  }
}
