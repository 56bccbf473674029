package io.dlpo.optimizer.store;

/** The kinds of entities that have owners. */
public enum Owned {
  /** Has one owner. */
  RUN,
  /** Has one owner, who also owns its runs. */
  EXPERIMENT,
  /** Is owned by everyone who has uploaded its content. */
  DATASET,
  /** A named prompt. Has one owner, who promoted the first version. */
  PROMPT;

  /** The table of the entities. */
  String table() {
    return switch (this) {
      case RUN -> "optimizer.run";
      case EXPERIMENT -> "optimizer.experiment";
      case DATASET -> "optimizer.dataset";
      case PROMPT -> "optimizer.prompt";
    };
  }

  /** The primary key of the table. */
  String key() {
    return this == PROMPT ? "name" : "id";
  }
}
