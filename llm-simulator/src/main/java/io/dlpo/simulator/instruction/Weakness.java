package io.dlpo.simulator.instruction;

/** The mistakes that the student is prone to; each is cured by an instruction. */
public enum Weakness {
  /** Counts kinds of things instead of the things. */
  KINDS,
  /** Counts everything, whatever category was asked for. */
  CATEGORY,
  /** Works an expression out from left to right. */
  PRECEDENCE,
  /** Loses the sign of a negative number. */
  SIGN,
  /** Passes over a negation. */
  NEGATION,
  /** Stops sorting at the first letter. */
  FIRST_LETTER,
  /** Forgets a turn or a step on the way. */
  TURN,
  /** Buries the answer in prose. */
  PROSE
}
