package io.dlpo.core.dataset;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** Collects the rows of a file that cannot be used. Reports the first {@value #SHOWN}. */
final class BrokenRows {

  private static final int SHOWN = 10;
  private static final int MAX_TEXT = 120;

  private final List<Problem> problems = new ArrayList<>();
  private final String unit;
  private int count;

  /**
   * @param unit what is counted, such as line
   */
  BrokenRows(String unit) {
    this.unit = unit;
  }

  void add(long number, String text, String reason) {
    count++;
    if (count <= SHOWN) {
      String shown = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
      problems.add(
          new Problem(
              unit + " " + number,
              shown,
              "a complete row",
              unit + " " + number + " " + reason + ": " + shown));
    }
  }

  /**
   * @throws RefusedException if there is a problem
   */
  void refuse() {
    if (count > SHOWN) {
      problems.add(
          new Problem(
              unit + "s",
              String.valueOf(count),
              "none",
              count - SHOWN + " more " + unit + "s are invalid, " + count + " in total"));
    }
    if (count > 0) {
      throw new RefusedException(problems);
    }
  }
}
