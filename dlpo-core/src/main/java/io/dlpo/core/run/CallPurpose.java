package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.core.update.UpdateRequest;

/** What a model call was made for. */
public enum CallPurpose {
  BATCH,
  SCREENING,
  ACCEPTANCE,
  VALIDATION,
  TEST,
  CRITIQUE,
  REDUCTION,
  CONTRAST,
  UPDATE,
  REGULARIZATION;

  /** Of a question that the update asks. */
  public static CallPurpose of(UpdateRequest.Kind kind) {
    return switch (kind) {
      case CONTRAST -> CONTRAST;
      case UPDATE -> UPDATE;
      case REGULARIZATION -> REGULARIZATION;
    };
  }

  /** Of an answer in an evaluation. */
  public static CallPurpose of(Purpose purpose) {
    return switch (purpose) {
      case BATCH -> BATCH;
      case SCREENING -> SCREENING;
      case ACCEPTANCE -> ACCEPTANCE;
      case VALIDATION -> VALIDATION;
      case TEST -> TEST;
    };
  }
}
