package io.dlpo.core.replay;

/**
 * How far a replay is to come.
 *
 * @param step the step after which it stops; 0 if it goes on as far as the log does
 * @param hasEnded whether the run is known to have ended, so that the log must tell its end
 */
record Goal(int step, boolean hasEnded) {

  boolean reached(Walk walk) {
    return step > 0
        && walk.ended() != null
        && walk.ended().last().step().orElseThrow().step() == step;
  }
}
