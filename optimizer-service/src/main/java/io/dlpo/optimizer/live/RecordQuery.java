package io.dlpo.optimizer.live;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.id.RunId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a run to read.
 *
 * @param runId the run
 * @param types the types of event, one or more
 * @param from the time of the first record
 * @param to the time of the last record; null for the end of the topics
 */
public record RecordQuery(RunId runId, Set<EventType> types, Instant from, @Nullable Instant to) {

  public RecordQuery {
    types = Set.copyOf(types);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("RecordQuery.types is empty; must name one or more");
    }
  }
}
