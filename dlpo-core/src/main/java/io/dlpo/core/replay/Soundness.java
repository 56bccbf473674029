package io.dlpo.core.replay;

import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold of the inputs of a run, whatever it makes of them. */
final class Soundness {

  /** Means are compared as far as the order of adding up leaves them alone. */
  private static final double ROUNDING = 1e-9;

  private Soundness() {}

  /** The scores that do not add up, and the gradients of other mistakes than their batch has. */
  static Stream<Difference> unsound(List<Event> inputs) {
    Map<String, BatchScored> scores = new HashMap<>();
    inputs.stream()
        .filter(BatchScored.class::isInstance)
        .map(BatchScored.class::cast)
        .forEach(scored -> scores.put(scored.identity(), scored));
    return inputs.stream()
        .map(
            input ->
                switch (input) {
                  case BatchScored scored -> addsUp(scored);
                  case GradientProduced gradient ->
                      Optional.ofNullable(scores.get(gradient.identity()))
                          .flatMap(scored -> isOf(gradient, scored));
                  default -> Optional.<Difference>empty();
                })
        .flatMap(Optional::stream);
  }

  /** Whether a score may be given to the run: its own figures contradict each other otherwise. */
  static boolean isSound(Event input) {
    return !(input instanceof BatchScored scored) || addsUp(scored).isEmpty();
  }

  /** The figures of a score are those of its examples, if it tells of all of them. */
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
            scored.judgeUsage());
    return EventComparison.compare(RunLog.step(scored), scored, sum);
  }

  /** A gradient tells of its batch what the batch's score tells. */
  private static Optional<Difference> isOf(GradientProduced gradient, BatchScored scored) {
    return mistakes(gradient, scored).or(() -> correct(gradient, scored));
  }

  /** It is reduced from critiques of the mistakes that the score tells of. */
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
