package io.dlpo.core.technique;

import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.step.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a step's update, shaped by the techniques: what the backward model is shown, and the
 * limits within which its edits are applied.
 *
 * @param prompt the prompt to edit
 * @param gradient the required changes
 * @param earlier gradients of earlier steps, newest first
 * @param contrast prompts to compare before the update; null if there is no contrast
 * @param features features that the contrast has found; null if there are none
 * @param regularization the pass after the update; null if there is none
 * @param limit maximum number of sentence edits; null if unlimited
 * @param protectedSentences numbers of the sentences that no edit may touch, in addition to frozen
 *     ones
 * @param techniques names of the techniques that took part
 */
public record UpdatePlan(
    Prompt prompt,
    String gradient,
    List<WeightedGradient> earlier,
    @Nullable Contrast contrast,
    @Nullable Features features,
    @Nullable TextualRegularization regularization,
    @Nullable Integer limit,
    List<Integer> protectedSentences,
    List<String> techniques) {

  public UpdatePlan {
    Objects.requireNonNull(prompt, "UpdatePlan.prompt is missing");
    Objects.requireNonNull(gradient, "UpdatePlan.gradient is missing");
    earlier = List.copyOf(earlier);
    protectedSentences = List.copyOf(protectedSentences);
    techniques = List.copyOf(techniques);
  }

  /**
   * Creates the plan of a step's update.
   *
   * @param techniques the techniques, in the order in which they act
   */
  public static UpdatePlan of(
      Prompt prompt, String gradient, StepView view, List<Technique> techniques) {
    UpdatePlan plan =
        new UpdatePlan(prompt, gradient, List.of(), null, null, null, null, List.of(), List.of());
    for (Technique technique : techniques) {
      plan = technique.shape(plan, view);
    }
    return plan;
  }

  UpdatePlan withLimit(int newLimit, String technique) {
    return new UpdatePlan(
        prompt,
        gradient,
        earlier,
        contrast,
        features,
        regularization,
        newLimit,
        protectedSentences,
        plus(technique));
  }

  UpdatePlan withProtected(List<Integer> numbers, String technique) {
    return new UpdatePlan(
        prompt,
        gradient,
        earlier,
        contrast,
        features,
        regularization,
        limit,
        numbers,
        plus(technique));
  }

  UpdatePlan withEarlier(List<WeightedGradient> gradients, String technique) {
    return new UpdatePlan(
        prompt,
        gradient,
        gradients,
        contrast,
        features,
        regularization,
        limit,
        protectedSentences,
        plus(technique));
  }

  UpdatePlan withContrast(Contrast compared, String technique) {
    return new UpdatePlan(
        prompt,
        gradient,
        earlier,
        compared,
        features,
        regularization,
        limit,
        protectedSentences,
        plus(technique));
  }

  UpdatePlan withRegularization(TextualRegularization pass, String technique) {
    return new UpdatePlan(
        prompt,
        gradient,
        earlier,
        contrast,
        features,
        pass,
        limit,
        protectedSentences,
        plus(technique));
  }

  /**
   * Returns the edit limit of the update itself, which reserves one edit for the regularization.
   */
  public @Nullable Integer updateLimit() {
    if (limit == null || regularization == null) {
      return limit;
    }
    return Math.max(limit - 1, 1);
  }

  /** Adds the features that the contrast has found. */
  public UpdatePlan withFeatures(Features found) {
    return new UpdatePlan(
        prompt,
        gradient,
        earlier,
        contrast,
        found,
        regularization,
        limit,
        protectedSentences,
        techniques);
  }

  private List<String> plus(String technique) {
    List<String> names = new ArrayList<>(techniques);
    names.add(technique);
    return names;
  }

  /** Returns the numbers of all sentences that no edit may touch. */
  public SortedSet<Integer> untouchable() {
    SortedSet<Integer> numbers = new TreeSet<>(prompt.frozenSentences());
    numbers.addAll(protectedSentences);
    return numbers;
  }

  /** Returns the summary that is stored in the step's record. */
  public Plan summary() {
    return new Plan(techniques, limit, List.copyOf(untouchable()), null);
  }
}
