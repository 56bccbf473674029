package io.dlpo.simulator.instruction;

/** The typical mistakes of the student, each cured by an instruction. */
public enum Weakness {
  /** Counts kinds of things instead of things. */
  KINDS,
  /** Counts everything, regardless of the category. */
  CATEGORY,
  /** Evaluates an expression from left to right. */
  PRECEDENCE,
  /** Loses the sign of a negative number. */
  SIGN,
  /** Ignores a negation. */
  NEGATION,
  /** Stops sorting at the first letter. */
  FIRST_LETTER,
  /** Forgets a turn or a step. */
  TURN,
  /** Buries the answer in prose. */
  PROSE
}
