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
 * Textual contrastive learning (TCL): G_final = G + F⁺ − F⁻. The backward model compares good and
 * bad prompts of the run, including rejected candidates. The features of the good and of the bad
 * ones are then shown along with the gradient. The technique acts only if at least two different
 * prompts are scored and the best is better than the worst by at least the gap.
 *
 * @param selection which prompts are compared
 * @param count maximum number of prompts of each kind, 1 to {@value #MAX_COUNT}; {@link
 *     Selection#EXTREME} uses one
 * @param gap minimum difference in accuracy between the best and the worst prompt, 0 to 1
 */
public record TextualContrast(Selection selection, int count, double gap) implements Technique {

  public static final int MAX_COUNT = 5;

  public static final TextualContrast DEFAULT = new TextualContrast(Selection.RANK, 2, 0.05);

  /** The values of the authors' code. */
  public static final TextualContrast REFERENCE = new TextualContrast(Selection.EXTREME, 1, 0.15);

  /** Which prompts are compared. */
  public enum Selection {
    /** Random prompts from the better and the worse half, with higher weights towards the ends. */
    RANK,
    /** The best and the worst prompt. */
    EXTREME
  }

  public TextualContrast {
    Objects.requireNonNull(selection, "optimizer.contrast.selection is missing");
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException(
          "optimizer.contrast.count is " + count + "; must be 1 to " + MAX_COUNT);
    }
    if (!(gap >= 0 && gap <= 1)) {
      throw new IllegalArgumentException("optimizer.contrast.gap is " + gap + "; must be 0 to 1");
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

  /** Removes duplicates and sorts worst first; ties keep their order. */
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

  /** Compares as decimals, because 0.65 − 0.5 is less than 0.15 in floating point. */
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

  /** Selects from prompts sorted by most extreme first, and keeps that order. */
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

  /** Draws an index below size. The first has weight size, the last has weight 1. */
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
