package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.core.update.UpdateRequest;

/** The purpose of a model call. */
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

  /** Returns the purpose of a request that is part of an update. */
  public static CallPurpose of(UpdateRequest.Kind kind) {
    return switch (kind) {
      case CONTRAST -> CONTRAST;
      case UPDATE -> UPDATE;
      case REGULARIZATION -> REGULARIZATION;
    };
  }

  /** Returns the purpose of an answer that is part of an evaluation. */
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
