package io.dlpo.simulator.instruction;

/** How a text stands to a concept. */
enum Stance {
  SILENT,
  ASKS,
  FORBIDS;

  /** Puts stances together: the last of the order above prevails. Not thread-safe. */
  static final class Tally {

    private Stance stance = SILENT;

    void add(Stance other) {
      stance = other.compareTo(stance) > 0 ? other : stance;
    }

    Stance stance() {
      return stance;
    }
  }
}
