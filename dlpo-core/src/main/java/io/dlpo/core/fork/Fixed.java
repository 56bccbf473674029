package io.dlpo.core.fork;

import java.util.Arrays;
import java.util.Optional;

/** Settings that a fork cannot change, because earlier steps depend on them. */
enum Fixed {
  PROMPT("prompt", "every prompt so far was made from it; begin a new run with another one"),
  MESSAGES("messages", "every prompt so far was made from them; begin a new run with other ones"),
  DATASET("dataset", "its examples were drawn and scored; begin a new run on another one"),
  METRIC("metric", "the scores so far are by it; begin a new run with another one"),
  FORWARD(
      "engines.forward", "the scores so far are of its answers; begin a new run with another one"),
  PROFILE(
      "optimizer.profile",
      "it only fills in what a spec leaves out, and a run's spec leaves nothing out; set what the"
          + " profile would set, such as optimizer.momentum"),
  START("optimizer.annealing.start", "it is about the first candidate, which is scored"),
  SPLIT("optimizer.annealing.split", "the current prompt was scored on it"),
  EXAMPLES("optimizer.annealing.examples", "the current prompt was scored on them");

  private final String key;
  private final String reason;

  Fixed(String key, String reason) {
    this.key = key;
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /** The fixed setting that contains this key; empty if the key can be changed. */
  static Optional<Fixed> of(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key.equals(key) || key.startsWith(each.key + "."))
        .findFirst();
  }
}
