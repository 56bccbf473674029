package io.dlpo.core.dataset;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of a file. Reports the first {@value #SHOWN} lines. */
final class BrokenLines {

  private static final int SHOWN = 10;
  private static final int MAX_TEXT = 120;

  private final List<Problem> problems = new ArrayList<>();
  private int count;

  void add(long line, String text, String reason) {
    count++;
    if (count <= SHOWN) {
      String shown = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
      problems.add(
          new Problem(
              "line " + line,
              shown,
              "a complete row",
              "line " + line + " " + reason + ": " + shown));
    }
  }

  /**
   * @throws RefusedException if there is a problem
   */
  void refuse() {
    if (count > SHOWN) {
      problems.add(
          new Problem(
              "lines",
              String.valueOf(count),
              "none",
              count - SHOWN + " more lines are invalid, " + count + " in total"));
    }
    if (count > 0) {
      throw new RefusedException(problems);
    }
  }
}
