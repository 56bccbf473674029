package io.dlpo.core.step;

import io.dlpo.contracts.event.Alternative;
import java.util.Objects;

/**
 * A candidate that was screened out because another one of the same step did better.
 *
 * @param candidate the candidate
 * @param score its score on the batch or the sample on which they were compared
 */
public record ScoredCandidate(Candidate candidate, AggregateScore score) {

  public ScoredCandidate {
    Objects.requireNonNull(candidate, "ScoredCandidate.candidate is missing");
    Objects.requireNonNull(score, "ScoredCandidate.score is missing");
  }

  /** Returns the candidate as the step's event shows it. */
  Alternative published() {
    return new Alternative(
        candidate.promptId(), candidate.text(), candidate.edits(), score.correct(), score.total());
  }
}
