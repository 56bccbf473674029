package io.dlpo.optimizer.waiting;

/**
 * The state of a consumer group.
 *
 * @param members the number of members
 * @param lag the number of uncommitted records, including records being processed
 * @param handled the sum of all committed offsets, which grows with each handled record
 * @param partitions the partitions of the topic; more members than these have nothing to do
 */
record GroupState(int members, long lag, long handled, int partitions) {

  /** The state of a group that was never used. */
  static final GroupState NONE = new GroupState(0, 0, 0, 0);
}
