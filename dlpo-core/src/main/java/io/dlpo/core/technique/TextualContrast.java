package io.dlpo.core.technique;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Draws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Textual contrastive learning (TCL): G_final = G + F⁺ − F⁻. Good and bad prompts of the run's own
 * history, rejected candidates among them, are compared by the backward model; what the good ones
 * have and what the bad ones have stands beside the gradient. It does not act while fewer than two
 * different prompts are scored, or while best and worst are closer than the gap.
 *
 * @param selection which prompts are compared
 * @param count how many of each kind at most, 1 to {@value #MAX_COUNT}; {@link Selection#EXTREME}
 *     takes one
 * @param gap least difference of accuracy between the best and the worst prompt, 0 to 1
 */
public record TextualContrast(Selection selection, int count, double gap) implements Technique {

  public static final int MAX_COUNT = 5;

  public static final TextualContrast DEFAULT = new TextualContrast(Selection.RANK, 2, 0.05);

  /** The values of the authors' code. */
  public static final TextualContrast REFERENCE = new TextualContrast(Selection.EXTREME, 1, 0.15);

  /** Which prompts are compared. */
  public enum Selection {
    /** Drawn from the better and the worse half, with weights that grow towards the ends. */
    RANK,
    /** The best and the worst one. */
    EXTREME
  }

  public TextualContrast {
    Objects.requireNonNull(selection, "optimizer.contrast.selection is missing");
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException(
          "optimizer.contrast.count is " + count + "; allowed is 1 to " + MAX_COUNT);
    }
    if (!(gap >= 0 && gap <= 1)) {
      throw new IllegalArgumentException(
          "optimizer.contrast.gap is " + gap + "; allowed is 0 to 1");
    }
  }

  @Override
  public String name() {
    return "contrast";
  }

  @Override
  public UpdatePlan shape(UpdatePlan plan, StepView step) {
    List<ScoredPrompt> ranked = ranked(step.history());
    if (ranked.size() < 2 || !apart(ranked.getFirst(), ranked.getLast())) {
      return plan;
    }
    int half = ranked.size() / 2;
    List<ScoredPrompt> worse = ranked.subList(0, half);
    List<ScoredPrompt> better = ranked.reversed().subList(0, half);
    Draws draws = Draws.of(step.seed(), step.step(), name(), 0);
    return plan.withContrast(new Contrast(chosen(better, draws), chosen(worse, draws)), name());
  }

  /** Each prompt once, worst first; of equals the earlier one first. */
  private static List<ScoredPrompt> ranked(Collection<ScoredPrompt> history) {
    Map<String, ScoredPrompt> distinct = new LinkedHashMap<>();
    for (ScoredPrompt prompt : history) {
      distinct.merge(
          prompt.text(),
          prompt,
          (known, again) -> again.score().total() > known.score().total() ? again : known);
    }
    return distinct.values().stream().sorted(ScoredPrompt.BY_ACCURACY).toList();
  }

  /** In decimals: in floating point 0.65 − 0.5 is under 0.15. */
  private boolean apart(ScoredPrompt worst, ScoredPrompt best) {
    long better =
        best.score().micros() * worst.score().total()
            - worst.score().micros() * best.score().total();
    long total = AggregateScore.ONE * best.score().total() * worst.score().total();
    return better > 0
        && BigDecimal.valueOf(gap)
                .multiply(BigDecimal.valueOf(total))
                .compareTo(BigDecimal.valueOf(better))
            <= 0;
  }

  /** From prompts whose first is the most extreme; in that order again. */
  private List<ScoredPrompt> chosen(List<ScoredPrompt> prompts, Draws draws) {
    if (selection == Selection.EXTREME) {
      return prompts.subList(0, 1);
    }
    List<ScoredPrompt> left = new ArrayList<>(prompts);
    List<ScoredPrompt> drawn = new ArrayList<>();
    while (drawn.size() < count && !left.isEmpty()) {
      drawn.add(left.remove(weighted(left.size(), draws)));
    }
    return prompts.stream().filter(drawn::contains).toList();
  }

  /** An index below size: the first with weight size, the last with weight 1. */
  private static int weighted(int size, Draws draws) {
    int ticket = draws.below(size * (size + 1) / 2);
    int index = 0;
    while (ticket >= size - index) {
      ticket -= size - index;
      index++;
    }
    return index;
  }
}
