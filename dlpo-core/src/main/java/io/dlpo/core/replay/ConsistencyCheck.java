package io.dlpo.core.replay;

import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the inputs of a run, which a replay does not recompute, for contradictions. */
final class ConsistencyCheck {

  /** Tolerance for the mean, whose last digits depend on the order of addition. */
  private static final double ROUNDING = 1e-9;

  private ConsistencyCheck() {}

  /** Finds scores whose totals are incorrect, and gradients that do not match their batch. */
  static Stream<Difference> inconsistent(Collection<Event> inputs) {
    Map<String, BatchScored> scores = new HashMap<>();
    for (Event input : inputs) {
      if (input instanceof BatchScored scored) {
        scores.put(scored.identity(), scored);
      }
    }
    return inputs.stream().flatMap(input -> inconsistent(input, scores).stream());
  }

  private static Optional<Difference> inconsistent(Event input, Map<String, BatchScored> scores) {
    return switch (input) {
      case BatchScored scored -> addsUp(scored);
      case GradientProduced gradient ->
          Optional.ofNullable(scores.get(gradient.identity()))
              .flatMap(scored -> isOf(gradient, scored));
      default -> Optional.empty();
    };
  }

  /** Whether the totals of an input are correct, so that it can be applied to the run. */
  static boolean isConsistent(Event input) {
    return !(input instanceof BatchScored scored) || addsUp(scored).isEmpty();
  }

  /** Checks a score's totals against its examples, if it lists all of them. */
  private static Optional<Difference> addsUp(BatchScored scored) {
    if (scored.examples().size() != scored.evaluation().size()) {
      return Optional.empty();
    }
    List<Double> scores =
        scored.examples().stream().map(ExampleScore::score).filter(Objects::nonNull).toList();
    double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    BatchScored sum =
        new BatchScored(
            scored.evaluation(),
            (int) scores.stream().filter(score -> score == 1).count(),
            scored.evaluation().size() - scores.size(),
            Math.abs(mean - scored.score()) <= ROUNDING ? scored.score() : mean,
            scored.examples(),
            scored.mistakes(),
            scored.failures(),
            scored.usage(),
            scored.criticalPathMillis(),
            scored.judgeUsage(),
            scored.notes(),
            scored.countedWrong(),
            scored.failedExamples());
    return EventComparison.compare(RunLog.step(scored), scored, sum);
  }

  /** Checks a gradient against the score of its batch. */
  private static Optional<Difference> isOf(GradientProduced gradient, BatchScored scored) {
    return mistakes(gradient, scored).or(() -> correct(gradient, scored));
  }

  /** Checks that the gradient's critiques belong to mistakes that the score lists. */
  private static Optional<Difference> mistakes(GradientProduced gradient, BatchScored scored) {
    List<String> mistakes = scored.mistakes().stream().map(Mistake::exampleId).toList();
    List<String> criticised = gradient.critiques().stream().map(Critique::exampleId).toList();
    return mistakes.containsAll(criticised)
        ? Optional.empty()
        : Optional.of(
            new Difference(
                RunLog.step(scored),
                EventComparison.name(scored),
                "mistakes",
                mistakes.toString(),
                "at least those that its gradient was made from: " + criticised));
  }

  private static Optional<Difference> correct(GradientProduced gradient, BatchScored scored) {
    Integer correct = gradient.correct();
    return correct == null || correct == scored.correct()
        ? Optional.empty()
        : Optional.of(
            new Difference(
                RunLog.step(gradient),
                EventComparison.name(gradient),
                "correct",
                correct.toString(),
                String.valueOf(scored.correct())));
  }
}
