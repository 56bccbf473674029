package io.dlpo.core.run;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.ScoredCandidate;
import io.dlpo.core.step.StepOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of a run.
 *
 * @param versions every prompt, in order; the first is the initial one
 * @param currentStep the step that made the current prompt; 0 for the initial one
 */
record Prompts(List<PromptVersion> versions, int currentStep) {

  Prompts {
    versions = List.copyOf(versions);
  }

  static Prompts begin(String text) {
    return new Prompts(List.of(PromptVersion.initial(text)), 0);
  }

  PromptVersion initial() {
    return versions.getFirst();
  }

  PromptVersion current() {
    return versions.stream().filter(this::isCurrent).findFirst().orElseThrow();
  }

  private boolean isCurrent(PromptVersion version) {
    return version.step() == currentStep && version.accepted();
  }

  /**
   * Returns the best prompt: the one with the highest validation score, or the highest acceptance
   * score if none was validated. If some were scored on more examples than others, as at the final
   * choice, only those count. Ties go to the shorter prompt, then to the later one. If nothing is
   * scored, returns the current prompt.
   */
  PromptVersion best() {
    return best(PromptVersion::validation, best(PromptVersion::acceptance, current()));
  }

  private PromptVersion best(
      Function<PromptVersion, @Nullable AggregateScore> score, PromptVersion otherwise) {
    return versions.stream()
        .filter(version -> version.accepted() && score.apply(version) != null)
        .max(order(score))
        .orElse(otherwise);
  }

  private static Comparator<PromptVersion> order(
      Function<PromptVersion, @Nullable AggregateScore> score) {
    return Comparator.<PromptVersion>comparingInt(version -> total(score.apply(version)))
        .thenComparingLong(version -> micros(score.apply(version)))
        .thenComparing(version -> version.text().length(), Comparator.reverseOrder())
        .thenComparingInt(PromptVersion::step);
  }

  private static int total(@Nullable AggregateScore aggregate) {
    return aggregate == null ? 0 : aggregate.total();
  }

  private static long micros(@Nullable AggregateScore aggregate) {
    return aggregate == null ? 0 : aggregate.micros();
  }

  /**
   * Returns the accepted prompts with the best acceptance scores, best first, each text once.
   *
   * @param most how many at most
   */
  List<PromptId> finalists(int most) {
    return versions.stream()
        .filter(version -> version.accepted() && version.acceptance() != null)
        .sorted(order(PromptVersion::acceptance).reversed())
        .map(PromptVersion::promptId)
        .distinct()
        .limit(most)
        .toList();
  }

  /** Returns the accepted version of a prompt. */
  PromptVersion accepted(PromptId prompt) {
    return versions.stream()
        .filter(version -> version.accepted() && version.promptId().equals(prompt))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the prompts that were current at some point, in order. */
  List<PromptVersion> accepted() {
    return versions.stream().filter(PromptVersion::accepted).toList();
  }

  /** Returns the most examples on which an accepted prompt was compared; 0 if none was. */
  int largestAcceptanceSet() {
    return accepted().stream().mapToInt(PromptVersion::comparedOn).max().orElse(0);
  }

  /** Returns the step that accepted the last candidate; 0 if none did. */
  int lastAcceptedStep() {
    return accepted().getLast().step();
  }

  /** Makes an accepted prompt the current one. */
  Prompts startingFrom(PromptVersion version) {
    return new Prompts(versions, version.step());
  }

  /** Sets the validation scores of the prompts that have one. */
  Prompts validated(Scores scores) {
    return new Prompts(
        versions.stream()
            .map(
                version ->
                    scores.of(version.promptId()).map(version::withValidation).orElse(version))
            .toList(),
        currentStep);
  }

  /** Adds a step's candidates, if it has any: first those that were screened out. */
  Prompts after(StepOutcome outcome, boolean validates) {
    Candidate candidate = outcome.candidate();
    if (candidate == null) {
      return this;
    }
    AggregateScore score = outcome.decision().score();
    List<PromptVersion> all = new ArrayList<>(versions);
    for (ScoredCandidate other : outcome.alternatives()) {
      all.add(
          new PromptVersion(
              other.candidate().promptId(),
              outcome.parentId(),
              outcome.step(),
              other.candidate().text(),
              false,
              other.score(),
              null,
              other.candidate().edits()));
    }
    all.add(
        new PromptVersion(
            candidate.promptId(),
            outcome.parentId(),
            outcome.step(),
            candidate.text(),
            outcome.accepted(),
            score,
            validates ? score : null,
            candidate.edits()));
    return new Prompts(all, outcome.accepted() ? outcome.step() : currentStep);
  }

  /** Changes the scores of the current prompt. */
  Prompts scored(UnaryOperator<PromptVersion> change) {
    return new Prompts(
        versions.stream()
            .map(version -> isCurrent(version) ? change.apply(version) : version)
            .toList(),
        currentStep);
  }
}
