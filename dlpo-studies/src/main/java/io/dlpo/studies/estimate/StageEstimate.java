package io.dlpo.studies.estimate;

import java.util.Objects;

/**
 * A stage of the estimate.
 *
 * @param stage what the calls are for
 * @param model which is called
 * @param spent on it
 */
public record StageEstimate(Stage stage, String model, Spent spent) {

  public StageEstimate {
    Objects.requireNonNull(stage, "StageEstimate.stage is missing");
    Objects.requireNonNull(model, "StageEstimate.model is missing");
    Objects.requireNonNull(spent, "StageEstimate.spent is missing");
  }
}
