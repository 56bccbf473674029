package io.dlpo.contracts.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The purpose of a model call. The first five are answers for an evaluation's {@link Purpose}. */
public enum CallPurpose {
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
  /** The critique of a wrong answer. */
  CRITIQUE,
  /** One gradient of several critiques. */
  REDUCTION,
  /** The features that tell good prompts from bad ones. */
  CONTRAST,
  /** The edits of an update. */
  UPDATE,
  /** Edits that make an updated prompt shorter or simpler. */
  REGULARIZATION,
  /** The judgement of an answer. A run counts it with the answer. */
  JUDGE;

  private static final List<CallPurpose> COUNTED =
      Stream.of(values()).filter(purpose -> purpose != JUDGE).toList();

  /** Returns the purpose of an answer that is part of an evaluation. */
  public static CallPurpose of(Purpose evaluation) {
    return valueOf(evaluation.name());
  }

  /** Returns the purposes by which a run counts its calls: all except {@link #JUDGE}. */
  public static List<CallPurpose> counted() {
    return COUNTED;
  }

  /** Whether the call is an answer of the forward model in an evaluation. */
  public boolean isAnswer() {
    return switch (this) {
      case BATCH, SCREENING, ACCEPTANCE, VALIDATION, TEST -> true;
      case CRITIQUE, REDUCTION, CONTRAST, UPDATE, REGULARIZATION, JUDGE -> false;
    };
  }

  /** Whether the call is part of an update: the optimizer itself makes it. */
  public boolean isUpdate() {
    return this == CONTRAST || this == UPDATE || this == REGULARIZATION;
  }

  /** Returns the value of the label in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
