package io.dlpo.optimizer.live;

import java.util.List;

/**
 * The records of a run that were found.
 *
 * @param records oldest first
 * @param complete whether the search covered all that the broker has
 */
public record RunRecords(List<SeenRecord> records, boolean complete) {

  public RunRecords {
    records = List.copyOf(records);
  }
}
