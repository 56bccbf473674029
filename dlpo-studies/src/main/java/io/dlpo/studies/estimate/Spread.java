package io.dlpo.studies.estimate;

import io.dlpo.core.step.Draws;

/** Shares that differ from case to case. */
final class Spread {

  private Spread() {}

  /**
   * A share from 0 to 1, drawn around a mean: u^((1 − m) / m) with u uniform, which has the mean m,
   * and anything from 0 to 1 may come of it.
   *
   * @param mean m, 0 to 1
   */
  static double around(double mean, Draws draws) {
    double uniform = draws.uniform();
    return mean <= 0 ? 0 : Math.pow(uniform, (1 - mean) / mean);
  }
}
