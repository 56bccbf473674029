package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Purpose;

/** What a model call was made for. */
public enum CallPurpose {
  BATCH,
  ACCEPTANCE,
  VALIDATION,
  TEST,
  CRITIQUE,
  REDUCTION,
  UPDATE;

  static CallPurpose of(Purpose purpose) {
    return switch (purpose) {
      case BATCH -> BATCH;
      case ACCEPTANCE -> ACCEPTANCE;
      case VALIDATION -> VALIDATION;
      case TEST -> TEST;
    };
  }
}
