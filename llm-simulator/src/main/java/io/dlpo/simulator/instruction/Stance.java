package io.dlpo.simulator.instruction;

/** The stance of a text on a concept. */
enum Stance {
  SILENT,
  ASKS,
  FORBIDS;

  /** Combines stances: the last one in the order above prevails. Not thread-safe. */
  static final class Combination {

    private Stance stance = SILENT;

    void add(Stance other) {
      stance = other.compareTo(stance) > 0 ? other : stance;
    }

    Stance stance() {
      return stance;
    }
  }
}
