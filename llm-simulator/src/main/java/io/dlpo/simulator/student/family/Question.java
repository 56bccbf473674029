package io.dlpo.simulator.student.family;

import io.dlpo.simulator.instruction.Weakness;
import java.util.Map;
import java.util.Set;

/** A question that was understood. */
public interface Question {

  /** The weaknesses that matter here, with the share of questions that each one spoils. */
  Map<Weakness, Double> prone();

  /** The answer that comes out if the student gives in to some weaknesses. */
  String answer(Set<Weakness> weaknesses);

  /** What the student notes down on its way to that answer: one sentence. */
  String working(Set<Weakness> weaknesses);

  /** A wrong answer near the right one. */
  String slip();
}
