package io.dlpo.optimizer.spec;

import io.dlpo.optimizer.budget.Budget;
import org.jspecify.annotations.Nullable;

/** Reads {@code budget}. */
final class BudgetSection {

  private static final int MOST_CALLS = 100_000_000;
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  private static final Bounds WHOLE =
      new Bounds(
          n -> n >= 1 && n <= MOST_TOKENS && n == Math.rint(n),
          "a whole number from 1 to " + MOST_TOKENS);

  private BudgetSection() {}

  /** The limits; null if there is none. */
  static @Nullable Budget read(Section root) {
    if (root.object("budget") == null) {
      return null;
    }
    Section section = root.section("budget");
    boolean limited = section.has("calls") || section.has("tokens");
    int calls = section.integer("calls", 1, MOST_CALLS, 0);
    Double tokens = section.number("tokens", WHOLE, null);
    boolean test = section.truth("test", true);
    section.end();
    if (!limited) {
      section.refuse("calls", "a whole number of calls, or budget.tokens");
    }
    if (calls == 0 && tokens == null) {
      return null;
    }
    return new Budget(calls == 0 ? null : calls, tokens == null ? null : tokens.longValue(), test);
  }
}
