package io.dlpo.systemtests.stack;

import io.dlpo.testing.kafka.TappedRecord;
import java.util.List;
import java.util.stream.Collectors;

/** The steps that published decisions belong to. */
public final class DecidedSteps {

  private DecidedSteps() {}

  /** Returns the steps of decisions, in order. Counts a repeatedly published event only once. */
  public static List<Integer> of(List<TappedRecord> decisions) {
    return decisions.stream()
        .collect(
            Collectors.toMap(
                tapped -> String.valueOf(tapped.header("ce_id")),
                tapped -> tapped.json().path("step").asInt(),
                (one, repeated) -> one))
        .values()
        .stream()
        .sorted()
        .toList();
  }
}
