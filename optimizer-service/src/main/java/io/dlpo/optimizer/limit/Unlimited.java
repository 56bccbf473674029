package io.dlpo.optimizer.limit;

/**
 * For what was taken under the limits of its day: one that is lowered later does not concern it.
 */
public final class Unlimited implements InputLimits {

  @Override
  public int promptBytes() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int specBytes() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int exampleBytes() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int evaluationExamples() {
    return Integer.MAX_VALUE;
  }
}
