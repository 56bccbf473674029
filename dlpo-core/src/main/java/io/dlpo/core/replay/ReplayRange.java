package io.dlpo.core.replay;

/**
 * Where a replay stops.
 *
 * @param lastStep the last step to replay; 0 to replay the whole log
 * @param hasEnded whether the run is known to have ended, so that the log must contain its end
 */
record ReplayRange(int lastStep, boolean hasEnded) {}
