package io.dlpo.core.registry;

import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.RunView;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the best prompt of a run may be promoted. The run must have ended, since its best
 * prompt may change until then. Its test split must show an improvement, unless the user forces it.
 *
 * @param runId the run
 * @param status its status
 * @param isTested whether its best prompt was scored on the test split
 * @param comparison its best prompt compared with the initial one; null if there is no comparison
 * @param force whether the user promotes a prompt without a shown improvement, too
 */
public record PromotionRule(
    RunId runId,
    RunStatus status,
    boolean isTested,
    @Nullable Comparison comparison,
    boolean force) {

  private static final double POINTS = 100;

  /** The rule for a run in its current state. */
  public static PromotionRule of(RunId runId, RunView run, boolean force) {
    return new PromotionRule(runId, run.status(), run.bestTest() != null, run.comparison(), force);
  }

  /** Why the prompt is not promoted; empty if it is. */
  public Optional<String> refusal() {
    if (!status.hasEnded()) {
      return Optional.of(
          "run %s is %s; to promote its prompt, it must have ended"
              .formatted(runId.value(), status));
    }
    return isShown() || force
        ? Optional.empty()
        : Optional.of(
            "run %s shows no improvement on its test split: %s; force promotes its prompt all the same, and the evidence will say so"
                .formatted(runId.value(), missing()));
  }

  /** Whether the prompt is promoted only because the user forces it. */
  public boolean isForced() {
    return force && !isShown();
  }

  private boolean isShown() {
    return comparison != null && comparison.showsImprovement();
  }

  private String missing() {
    if (comparison == null) {
      return isTested ? "its best prompt is the initial one" : "the split was not scored";
    }
    return String.format(
        Locale.ROOT,
        "the difference is %+.1f points with p = %.3f, and must be positive with p < %s",
        POINTS * comparison.difference(),
        comparison.p(),
        Comparison.SIGNIFICANCE);
  }
}
