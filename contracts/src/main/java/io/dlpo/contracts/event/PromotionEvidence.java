package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of the run that a promoted prompt comes from.
 *
 * @param outcome how the run ended
 * @param baseline score of the run's initial prompt on the test split; null if not scored
 * @param best score of the promoted prompt on the test split; null if not scored
 * @param comparison the promoted prompt compared with the initial one on the same test examples;
 *     null if one of them was not scored there or both are the same
 * @param forced whether the test split shows no improvement, and the prompt was promoted all the
 *     same
 * @param datasetId the dataset: a digest of its content
 * @param split number of examples in each split
 * @param forwardModel the model that the prompt was scored with
 * @param backwardModel the model that wrote the edits
 * @param simulated whether a simulator played at least one of the models
 * @param usage all calls and tokens of the run
 * @param usd cost of the paid calls in USD at the prices of the time of promotion; null if a price
 *     is unknown
 * @param trajectory SHA-256 of all decisions of the run, in hex
 */
public record PromotionEvidence(
    RunOutcome outcome,
    @Nullable HeldOutScore baseline,
    @Nullable HeldOutScore best,
    @Nullable Comparison comparison,
    boolean forced,
    String datasetId,
    SplitSizes split,
    String forwardModel,
    String backwardModel,
    boolean simulated,
    Usage usage,
    @Nullable BigDecimal usd,
    String trajectory) {

  public PromotionEvidence {
    Objects.requireNonNull(outcome, "PromotionEvidence.outcome is missing");
    Objects.requireNonNull(datasetId, "PromotionEvidence.datasetId is missing");
    Objects.requireNonNull(split, "PromotionEvidence.split is missing");
    Objects.requireNonNull(forwardModel, "PromotionEvidence.forwardModel is missing");
    Objects.requireNonNull(backwardModel, "PromotionEvidence.backwardModel is missing");
    Objects.requireNonNull(usage, "PromotionEvidence.usage is missing");
    Objects.requireNonNull(trajectory, "PromotionEvidence.trajectory is missing");
  }
}
