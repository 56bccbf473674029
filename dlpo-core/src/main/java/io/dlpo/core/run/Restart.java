package io.dlpo.core.run;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.Draws;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The restarts of simulated annealing: a run that has not accepted a candidate for some steps goes
 * back to an earlier prompt.
 *
 * <p>Each accepted prompt can be drawn. Its weight is one, and more for each example that it
 * answers correctly: one divided by the number of prompts that do. So the prompt that solves what
 * no other solves is likely, like the prompts on a Pareto front, and none is out of reach.
 */
final class Restart {

  private Restart() {}

  /** Whether the run is stuck: it has made enough steps without an accepted candidate. */
  private static boolean isStuck(RunContext context, RunHistory history) {
    AnnealingSettings annealing = context.settings().optimizer().annealing();
    return annealing != null
        && annealing.restart() > 0
        && history.decisions().withoutAcceptance(history.prompts()) >= annealing.restart();
  }

  /** Whether the run has just got stuck, or has been stuck for as many steps again. */
  static boolean isDue(RunContext context, RunHistory history) {
    return isStuck(context, history)
        && history.decisions().withoutAcceptance(history.prompts()) % context.annealing().restart()
            == 0;
  }

  /** Returns the history with the prompt from which the step starts as its current prompt. */
  static RunHistory before(int step, RunContext context, RunHistory history) {
    return isStuck(context, history) ? drawn(step, context, history) : history;
  }

  /** Returns the history with a prompt drawn among all accepted ones as its current prompt. */
  static RunHistory drawn(int step, RunContext context, RunHistory history) {
    Draws draws = Draws.of(context.settings().seed(), step, "restart", 0);
    Prompts prompts = history.prompts();
    return history.with(
        prompts.startingFrom(drawn(prompts.accepted(), history.memory().knownRight(), draws)));
  }

  private static PromptVersion drawn(List<PromptVersion> kept, KnownRight known, Draws draws) {
    Map<String, Long> solvers = solvers(kept, known);
    List<Double> weights =
        kept.stream().map(version -> weight(known.of(version.promptId()), solvers)).toList();
    double left = draws.uniform() * weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < kept.size(); i++) {
      left -= weights.get(i);
      if (left < 0) {
        return kept.get(i);
      }
    }
    return kept.getLast();
  }

  /** Returns how many prompts answer each example correctly. */
  private static Map<String, Long> solvers(List<PromptVersion> kept, KnownRight known) {
    Stream<PromptId> different = kept.stream().map(PromptVersion::promptId).distinct();
    return different
        .flatMap(prompt -> known.of(prompt).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static double weight(Set<String> right, Map<String, Long> solvers) {
    return 1 + right.stream().sorted().mapToDouble(id -> 1.0 / solvers.get(id)).sum();
  }
}
