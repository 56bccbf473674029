package io.dlpo.evaluator.scoring;

/**
 * A text that can be read a limited number of times. This stops regular expressions with
 * catastrophic backtracking. Steps are counted instead of time, so that the outcome is the same on
 * every machine. Not thread-safe.
 */
final class StepLimitedText implements CharSequence {

  /** About a tenth of a second. */
  static final int MAX_STEPS = 10_000_000;

  private final String text;
  private int stepsLeft = MAX_STEPS;

  StepLimitedText(String text) {
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

  /** The limit is reached. */
  static final class ExhaustedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExhaustedException() {
      super("the expression needs more than " + MAX_STEPS + " steps", null, false, false);
    }
  }
}
