package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.event.BatchScored;

/** Formats failures for the user. */
final class Failures {

  private Failures() {}

  static String of(BatchScored event) {
    String first = event.failures().isEmpty() ? "" : ": " + of(event.failures().getFirst());
    return "%d of %d examples got no answer%s"
        .formatted(event.failed(), event.evaluation().size(), first);
  }

  static String of(String work, CallFailure failure) {
    return work + " failed: " + of(failure);
  }

  private static String of(CallFailure failure) {
    return failure.kind() + ", " + failure.message();
  }
}
