package io.dlpo.optimizer.store;

/** The kinds of entities that have owners. */
public enum Owned {
  /** Has one owner. */
  RUN,
  /** Has one owner, who also owns its runs. */
  EXPERIMENT,
  /** Is owned by everyone who has uploaded its content. */
  DATASET;

  /** The table of the entities. */
  String table() {
    return switch (this) {
      case RUN -> "optimizer.run";
      case EXPERIMENT -> "optimizer.experiment";
      case DATASET -> "optimizer.dataset";
    };
  }
}
