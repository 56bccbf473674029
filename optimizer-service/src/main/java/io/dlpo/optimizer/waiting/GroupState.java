package io.dlpo.optimizer.waiting;

/**
 * The state of a consumer group.
 *
 * @param members the number of members
 * @param lag the number of uncommitted records, including records being processed
 */
record GroupState(int members, long lag) {}
