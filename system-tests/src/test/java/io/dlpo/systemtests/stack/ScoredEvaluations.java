package io.dlpo.systemtests.stack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.dlpo.contracts.event.EventType;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What the topic of scored evaluations says, a repeated event taken as one. */
public final class ScoredEvaluations {

  private static final Duration QUIET = Duration.ofSeconds(1);

  private ScoredEvaluations() {}

  /** The contents that each evaluation's result has had, by the evaluation's id. */
  public static Map<String, Set<String>> read(String kafka) {
    try (EventTap tap = EventTap.fromBeginning(kafka, EventType.BATCH_SCORED.topic())) {
      tap.awaitRecords(record -> true, 1, Duration.ofSeconds(30));
      tap.awaitNothingMore(QUIET);
      return tap.records().stream()
          .collect(
              groupingBy(
                  record -> record.json().at("/evaluation/id").asText(),
                  mapping(TappedRecord::text, toSet())));
    }
  }
}
