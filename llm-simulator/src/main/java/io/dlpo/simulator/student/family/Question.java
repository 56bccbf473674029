package io.dlpo.simulator.student.family;

import io.dlpo.simulator.instruction.Weakness;
import java.util.Map;
import java.util.Set;

/** A question of a known family. */
public interface Question {

  /** The weaknesses that affect this question, with the share of questions that each one spoils. */
  Map<Weakness, Double> prone();

  /** The answer of a student with the given weaknesses. */
  String answer(Set<Weakness> weaknesses);

  /** The student's reasoning, one sentence. */
  String working(Set<Weakness> weaknesses);

  /** A wrong answer close to the right one. */
  String slip();
}
