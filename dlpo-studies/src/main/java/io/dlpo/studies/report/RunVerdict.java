package io.dlpo.studies.report;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.run.RunView;
import io.dlpo.studies.figure.NumberFormats;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The result of a run in one sentence, the first line of its report. */
final class RunVerdict {

  private RunVerdict() {}

  static String of(RunView view) {
    if (!view.status().hasEnded()) {
      return "No result yet: the run is " + view.status().name().toLowerCase(Locale.ROOT) + ".";
    }
    HeldOutScore baseline = view.baselineTest();
    if (view.best().promptId().equals(view.initial().promptId())) {
      return "No better prompt was found: the result is the initial prompt" + on(baseline) + ".";
    }
    Comparison comparison = view.comparison();
    HeldOutScore best = view.bestTest();
    return comparison == null || baseline == null || best == null
        ? "A new prompt was found, but no test split shows whether it is better."
        : compared(comparison, baseline, best);
  }

  private static String on(@Nullable HeldOutScore score) {
    return score == null ? "" : " (" + share(score) + " on the test split)";
  }

  private static String compared(Comparison comparison, HeldOutScore baseline, HeldOutScore best) {
    String scores = share(best) + " on the test split, the initial prompt " + share(baseline);
    String p = "p " + NumberFormats.probability(comparison.p());
    if (comparison.showsImprovement()) {
      return "The new prompt is better: it scores %s (%s points, %s)."
          .formatted(scores, NumberFormats.points(comparison.difference()), p);
    }
    return comparison.difference() > 0
        ? "The new prompt is not shown to be better: it scores %s, a difference that can be chance (%s)."
            .formatted(scores, p)
        : "The new prompt is not better: it scores %s (%s).".formatted(scores, p);
  }

  private static String share(HeldOutScore score) {
    return NumberFormats.percent(score.score());
  }
}
