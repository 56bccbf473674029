package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.CallPurpose;
import java.util.Objects;

/**
 * The estimate of one stage.
 *
 * @param stage the purpose of its calls
 * @param model the model that it calls
 * @param spent its expected usage
 */
public record StageEstimate(CallPurpose stage, String model, ExpectedUsage spent) {

  public StageEstimate {
    Objects.requireNonNull(stage, "StageEstimate.stage is missing");
    Objects.requireNonNull(model, "StageEstimate.model is missing");
    Objects.requireNonNull(spent, "StageEstimate.spent is missing");
  }
}
