package io.dlpo.optimizer.store;

/** What belongs to those who asked for it. */
public enum Owned {
  /** Has one owner. */
  RUN,
  /** Has one owner, and so have its runs. */
  EXPERIMENT,
  /** Belongs to everybody who has uploaded its content. */
  DATASET;

  /** Its rows. */
  String table() {
    return switch (this) {
      case RUN -> "optimizer.run";
      case EXPERIMENT -> "optimizer.experiment";
      case DATASET -> "optimizer.dataset";
    };
  }
}
