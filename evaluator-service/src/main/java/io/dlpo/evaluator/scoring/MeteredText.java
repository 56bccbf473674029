package io.dlpo.evaluator.scoring;

/**
 * A text that may be looked at a limited number of times: ends the search of an expression that
 * backtracks without end. Steps are counted, not time, so that the outcome is the same on every
 * machine. Not thread-safe.
 */
final class MeteredText implements CharSequence {

  /** About a tenth of a second. */
  static final int MAX_STEPS = 10_000_000;

  private final String text;
  private int stepsLeft = MAX_STEPS;

  MeteredText(String text) {
    this.text = text;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (stepsLeft-- <= 0) {
      throw new ExhaustedException();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** All steps are used up. */
  static final class ExhaustedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExhaustedException() {
      super("the expression needs more than " + MAX_STEPS + " steps", null, false, false);
    }
  }
}
