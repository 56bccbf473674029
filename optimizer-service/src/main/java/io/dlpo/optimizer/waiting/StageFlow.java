package io.dlpo.optimizer.waiting;

import io.dlpo.contracts.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * An edge of the flow: a topic and the service that processes it.
 *
 * @param service the display name
 * @param input the event
 * @param group the consumer group
 * @param members the number of consumers
 * @param partitions the number of partitions, which limits the number of consumers with work
 * @param lag the number of records that are left to process, including those in process
 * @param rate the records that were processed each second since the last look; null if unknown
 */
public record StageFlow(
    String service,
    EventType input,
    String group,
    int members,
    int partitions,
    long lag,
    @Nullable Double rate) {

  /**
   * @param since the state before; null if there is none
   * @param seconds the time between both
   */
  static StageFlow of(
      PipelineStage stage, GroupState now, @Nullable GroupState since, double seconds) {
    Double rate =
        since == null || seconds <= 0 || now.handled() < since.handled()
            ? null
            : (now.handled() - since.handled()) / seconds;
    return new StageFlow(
        stage.service(),
        stage.input(),
        stage.group(),
        now.members(),
        now.partitions(),
        now.lag(),
        rate);
  }
}
