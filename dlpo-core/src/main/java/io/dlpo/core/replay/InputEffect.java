package io.dlpo.core.replay;

import io.dlpo.core.run.Transition;

/** The effect of an input on a run. */
sealed interface InputEffect {

  /** It changes the run. */
  record Applied(Transition transition) implements InputEffect {}

  /** The run does not wait for it. */
  record Ignored() implements InputEffect {}

  /** The log does not hold what is needed to compute it. */
  record NotRecorded(String reason) implements InputEffect {}
}
