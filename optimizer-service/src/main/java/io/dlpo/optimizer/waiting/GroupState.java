package io.dlpo.optimizer.waiting;

/**
 * A consumer group at a moment.
 *
 * @param members processes that read for it
 * @param lag records that it has not acknowledged; those at work are among them
 */
record GroupState(int members, long lag) {}
