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
 * A step's update as the techniques shape it: what the backward model is shown, and the limits
 * within which its edits are applied.
 *
 * @param prompt the prompt to edit
 * @param gradient how it should change
 * @param earlier gradients of earlier steps, the newest first
 * @param contrast what is to be compared before the update; null if nothing is
 * @param features what the comparison has found; null if there is none
 * @param regularization the pass after the update; null if there is none
 * @param limit most sentence edits; null if there is no limit
 * @param protectedSentences numbers of the sentences that no edit may touch, besides frozen ones
 * @param techniques names of those that acted
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
   * The update of a step.
   *
   * @param techniques in the order in which they act
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

  /** Most sentence edits of the update itself: one is left to the pass after it. */
  public @Nullable Integer updateLimit() {
    if (limit == null || regularization == null) {
      return limit;
    }
    return Math.max(limit - 1, 1);
  }

  /** With what the comparison has found. */
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

  /** Numbers of all sentences that no edit may touch. */
  public SortedSet<Integer> untouchable() {
    SortedSet<Integer> numbers = new TreeSet<>(prompt.frozenSentences());
    numbers.addAll(protectedSentences);
    return numbers;
  }

  /** What is kept of it in the step's row. */
  public Plan summary() {
    return new Plan(techniques, limit, List.copyOf(untouchable()), null);
  }
}
