package io.dlpo.core.replay;

/**
 * How far a replay goes.
 *
 * @param lastStep the step after which it stops; 0 if it goes on to the end of the log
 * @param hasEnded whether the run is known to have ended, so that the log must hold its end
 */
record ReplayRange(int lastStep, boolean hasEnded) {}
