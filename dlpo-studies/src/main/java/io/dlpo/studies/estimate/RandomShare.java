package io.dlpo.studies.estimate;

import io.dlpo.core.step.Draws;

/** Draws random proportions. */
final class RandomShare {

  private RandomShare() {}

  /**
   * Draws a proportion from 0 to 1 with a given mean: u^((1 − m) / m), where u is uniform.
   *
   * @param mean m, from 0 to 1
   */
  static double around(double mean, Draws draws) {
    double uniform = draws.uniform();
    return mean <= 0 ? 0 : Math.pow(uniform, (1 - mean) / mean);
  }
}
