package io.dlpo.studies.estimate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Properties of models that an estimate has to assume. */
public enum Assumption {
  ACCURACY_START(
      "accuracy.start", ModelRole.FORWARD, 0, 1, "share of right answers with the initial prompt"),
  ACCURACY_END(
      "accuracy.end", ModelRole.FORWARD, 0, 1, "share of right answers that prompts approach"),
  CANDIDATE_BETTER(
      "candidate.better",
      ModelRole.BACKWARD,
      0,
      1,
      "share of candidates that are better than their parent"),
  CANDIDATE_GAIN(
      "candidate.gain",
      ModelRole.BACKWARD,
      0,
      1,
      "share of the gap to accuracy.end that a better candidate closes, on average"),
  CANDIDATE_LOSS(
      "candidate.loss",
      ModelRole.BACKWARD,
      0,
      1,
      "accuracy that any other candidate loses, on average"),
  CANDIDATE_NONE(
      "candidate.none",
      ModelRole.BACKWARD,
      0,
      1,
      "share of updates that change nothing, for the initial prompt"),
  CANDIDATE_NONE_END(
      "candidate.none.end",
      ModelRole.BACKWARD,
      0,
      1,
      "the same share for a prompt that has reached accuracy.end"),
  REPLY_UNREADABLE(
      "reply.unreadable",
      ModelRole.BACKWARD,
      0,
      1,
      "share of replies that cannot be read and are requested again"),
  EDIT_COUNT("edit.count", ModelRole.BACKWARD, 0, 20, "edits per update, unless a limit is lower"),
  EDIT_ADDS(
      "edit.adds",
      ModelRole.BACKWARD,
      0,
      1,
      "share of edits that add a sentence; the others reword one"),
  EDIT_TOKENS("edit.tokens", ModelRole.BACKWARD, 1, 1_000, "tokens of a new or reworded sentence"),
  REGULARIZATION_REMOVES(
      "regularization.removes",
      ModelRole.BACKWARD,
      0,
      1,
      "share of regularizations that remove a sentence"),
  TOKENS_ANSWER(
      "tokens.answer",
      ModelRole.FORWARD,
      1,
      100_000,
      "tokens of an answer in addition to those of the reference"),
  TOKENS_CRITIQUE("tokens.critique", ModelRole.BACKWARD, 1, 100_000, "tokens of a critique"),
  TOKENS_REDUCTION("tokens.reduction", ModelRole.BACKWARD, 1, 100_000, "tokens of a gradient"),
  TOKENS_CONTRAST("tokens.contrast", ModelRole.BACKWARD, 1, 100_000, "tokens of a comparison"),
  TOKENS_REASONING(
      "tokens.reasoning",
      ModelRole.BACKWARD,
      0,
      100_000,
      "hidden tokens of a backward model's reply"),
  TOKENS_JUDGE("tokens.judge", ModelRole.JUDGE, 1, 100_000, "tokens of a judge's reply");

  private final String key;
  private final ModelRole role;
  private final double least;
  private final double most;
  private final String meaning;

  Assumption(String key, ModelRole role, double least, double most, String meaning) {
    this.key = key;
    this.role = role;
    this.least = least;
    this.most = most;
    this.meaning = meaning;
  }

  /** The key used in {@code --assume}. */
  public String key() {
    return key;
  }

  /** The model that it applies to. */
  ModelRole role() {
    return role;
  }

  /** A description; the value is a proportion from 0 to 1 unless a unit is given. */
  public String meaning() {
    return meaning;
  }

  /** The assumption with this key. */
  static Optional<Assumption> named(String key) {
    return Arrays.stream(values()).filter(assumption -> assumption.key.equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(Assumption::key).collect(Collectors.joining(", "));
  }

  /**
   * Checks that a value is within the bounds.
   *
   * @throws IllegalArgumentException if it is not
   */
  double checked(double value) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s; must be %s".formatted(key, shown(value), allowed()));
    }
    return value;
  }

  /** The value, clamped to the bounds. */
  double within(double value) {
    return Math.clamp(value, least, most);
  }

  /** The bounds as text. */
  String allowed() {
    return shown(least) + " to " + shown(most);
  }

  private static String shown(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
