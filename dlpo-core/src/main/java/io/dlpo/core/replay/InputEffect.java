package io.dlpo.core.replay;

import io.dlpo.core.run.Transition;

/** The effect of an input on a run. */
sealed interface InputEffect {

  /** The input changes the run. */
  record Applied(Transition transition) implements InputEffect {}

  /** The run does not expect the input. */
  record Ignored() implements InputEffect {}

  /** The log lacks what is needed to compute the effect. */
  record NotRecorded(String reason) implements InputEffect {}
}
