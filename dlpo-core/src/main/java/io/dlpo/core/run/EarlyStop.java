package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.StopCause;
import io.dlpo.core.step.AggregateScore;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a run stops before its last step.
 *
 * @param cause the setting that stops it
 * @param reason for the user
 */
record EarlyStop(StopCause cause, String reason) {

  /** Returns why the run makes no further step, or empty if it goes on. */
  static Optional<EarlyStop> of(RunContext context, RunHistory history) {
    StopSettings stop = context.settings().stop();
    if (history.decisions().made() >= context.settings().optimizer().steps()) {
      return Optional.empty();
    }
    return target(stop, history)
        .or(() -> allRight(stop, context, history))
        .or(() -> patience(stop, history));
  }

  private static Optional<EarlyStop> target(StopSettings stop, RunHistory history) {
    AggregateScore score = history.prompts().current().score();
    return stop.target() != null && score != null && score.score() >= stop.target()
        ? Optional.of(
            new EarlyStop(
                StopCause.TARGET,
                String.format(
                    Locale.ROOT, "the target %s is reached: %s right", stop.target(), score)))
        : Optional.empty();
  }

  private static Optional<EarlyStop> allRight(
      StopSettings stop, RunContext context, RunHistory history) {
    return stop.allRight()
            && hasFullScore(context, history.prompts().current())
            && knowsAllToLearnFrom(context, history)
        ? Optional.of(
            new EarlyStop(
                StopCause.ALL_RIGHT,
                "the current prompt answers all examples of the train split and of the acceptance"
                    + " set correctly, so there is no mistake to learn from"))
        : Optional.empty();
  }

  private static boolean hasFullScore(RunContext context, PromptVersion current) {
    if (!context.acceptanceSet().isEmpty()) {
      return isFull(current.acceptance());
    }
    return context.splits().validation().isEmpty() || isFull(current.validation());
  }

  private static boolean isFull(@Nullable AggregateScore score) {
    return score != null && score.correct() == score.total();
  }

  private static boolean knowsAllToLearnFrom(RunContext context, RunHistory history) {
    return history
        .memory()
        .knownRight()
        .of(history.prompts().current().promptId())
        .containsAll(context.learnedFrom().stream().map(Example::id).toList());
  }

  private static Optional<EarlyStop> patience(StopSettings stop, RunHistory history) {
    int without = history.decisions().withoutAcceptance(history.prompts());
    return stop.patience() != null && without >= stop.patience()
        ? Optional.of(
            new EarlyStop(
                StopCause.PATIENCE,
                "no candidate was accepted in the last "
                    + (without == 1 ? "step" : without + " steps")))
        : Optional.empty();
  }
}
