package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.Purpose;
import java.util.Locale;

/**
 * The purpose of a model call. It labels the metrics of calls and tokens and has no other effect.
 */
public enum RequestPurpose {
  /** An answer in an evaluation of a step's batch. */
  BATCH,
  /** An answer in the screening of a candidate. */
  SCREENING,
  /** An answer in the scoring of a candidate. */
  ACCEPTANCE,
  /** An answer in a validation. */
  VALIDATION,
  /** An answer on held-out examples. */
  TEST,
  /** The judgement of an answer. */
  JUDGE,
  /** The critique of a wrong answer. */
  CRITIQUE,
  /** One gradient of several critiques. */
  REDUCTION,
  /** The features that tell good prompts from bad ones. */
  CONTRAST,
  /** The edits of an update. */
  UPDATE,
  /** Edits that make a prompt shorter or simpler. */
  REGULARIZATION;

  /** The purpose of a forward call in an evaluation. */
  public static RequestPurpose of(Purpose evaluation) {
    return switch (evaluation) {
      case BATCH -> BATCH;
      case SCREENING -> SCREENING;
      case ACCEPTANCE -> ACCEPTANCE;
      case VALIDATION -> VALIDATION;
      case TEST -> TEST;
    };
  }

  /** The label value in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
