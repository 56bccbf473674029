package io.dlpo.core.run;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Candidate;
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
    return versions.stream()
        .filter(version -> version.step() == currentStep)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Returns the best prompt: the one with the highest validation score, or the highest acceptance
   * score if none was validated. Ties go to the shorter prompt, then to the later one. If nothing
   * is scored, returns the current prompt.
   */
  PromptVersion best() {
    return best(PromptVersion::validation, best(PromptVersion::acceptance, current()));
  }

  private PromptVersion best(
      Function<PromptVersion, @Nullable AggregateScore> score, PromptVersion otherwise) {
    Comparator<PromptVersion> order =
        Comparator.<PromptVersion>comparingLong(version -> micros(score.apply(version)))
            .thenComparing(version -> version.text().length(), Comparator.reverseOrder())
            .thenComparingInt(PromptVersion::step);
    return versions.stream()
        .filter(version -> version.accepted() && score.apply(version) != null)
        .max(order)
        .orElse(otherwise);
  }

  private static long micros(@Nullable AggregateScore aggregate) {
    return aggregate == null ? 0 : aggregate.micros();
  }

  /** Adds a step's candidate, if it has one. */
  Prompts after(StepOutcome outcome, boolean validates) {
    Candidate candidate = outcome.candidate();
    if (candidate == null) {
      return this;
    }
    AggregateScore score = outcome.decision().score();
    List<PromptVersion> all = new ArrayList<>(versions);
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
            .map(version -> version.step() == currentStep ? change.apply(version) : version)
            .toList(),
        currentStep);
  }
}
