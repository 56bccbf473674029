package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.BatchScored;

/** The score interval of Wilson, which holds for small counts and at 0 and 1 too. */
final class Wilson {

  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /** A held-out score with its 95 % interval. */
  static HeldOutScore score(BatchScored event) {
    return score(event.correct(), event.evaluation().size(), event.score());
  }

  static HeldOutScore score(int correct, int total, double mean) {
    double share = (double) correct / total;
    double z2 = Z * Z / total;
    double centre = share + z2 / 2;
    double half = Z * Math.sqrt(share * (1 - share) / total + z2 / (4 * total));
    double lower = correct == 0 ? 0 : Math.max(0, (centre - half) / (1 + z2));
    double upper = correct == total ? 1 : Math.min(1, (centre + half) / (1 + z2));
    return new HeldOutScore(correct, total, mean, lower, upper);
  }
}
