package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Draws;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a run. All but the elapsed time are constant. Throws an {@link
 * IllegalArgumentException} if the settings do not fit the splits.
 *
 * @param runId the run
 * @param settings resolved settings
 * @param splits the examples
 * @param elapsedMillis time since the request; for reporting only, has no effect on decisions
 * @param round what a chain may do before the chains exchange their prompts; null if the run has
 *     one chain
 */
public record RunContext(
    RunId runId,
    RunSettings settings,
    Splits splits,
    long elapsedMillis,
    @Nullable ChainRound round) {

  /** How many of few mistakes a batch may leave out. */
  private static final int MOST_LEFT_OUT = 2;

  public RunContext {
    Objects.requireNonNull(runId, "runId is missing");
    Objects.requireNonNull(settings, "settings is missing");
    Objects.requireNonNull(splits, "splits is missing");
    int batchSize = settings.optimizer().batchSize();
    if (batchSize > splits.train().size()) {
      throw new IllegalArgumentException(
          "optimizer.batchSize is %d; must be 1 to %d, the size of the train split"
              .formatted(batchSize, splits.train().size()));
    }
    AnnealingSettings annealing = settings.optimizer().annealing();
    if (annealing != null
        && annealing.split() == AcceptanceSplit.VALIDATION
        && splits.validation().isEmpty()) {
      throw new IllegalArgumentException(
          "optimizer.annealing.split is VALIDATION, but the validation split is empty; must be"
              + " TRAIN, or add examples to the validation split");
    }
  }

  /** Creates the context of a run. */
  public RunContext(RunId runId, RunSettings settings, Splits splits, long elapsedMillis) {
    this(runId, settings, splits, elapsedMillis, null);
  }

  /** Returns the context of a chain in a round. */
  RunContext in(ChainRound other) {
    return new RunContext(runId, settings, splits, elapsedMillis, other);
  }

  /** Returns the budget: in a round, the share of each chain; null if there is none. */
  @Nullable Budget budget() {
    return round == null ? settings.budget() : round.budget();
  }

  /** Returns the step that follows one: in a round, the next one of the same chain. */
  int after(int step) {
    return round == null ? step + 1 : step + round.chains();
  }

  /** Returns the last step of the run, or of the round. */
  int lastStep() {
    return round == null ? settings.optimizer().steps() : round.last();
  }

  /** Whether the next steps are made by several chains. */
  boolean beginsRound() {
    return round == null && chains() > 1;
  }

  /** Returns how many chains make steps at the same time, 1 or more. */
  int chains() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing == null ? 1 : annealing.chains();
  }

  /** Returns the acceptance set of the first step, or an empty list if annealing is off. */
  List<Example> acceptanceSet() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing == null ? List.of() : annealing.acceptanceSet(splits);
  }

  /** Returns the acceptance set of the current step, which grows in a race. */
  List<Example> acceptanceSet(RunHistory history) {
    List<Example> first = acceptanceSet();
    AggregateScore current = history.prompts().current().acceptance();
    return current == null || current.total() <= first.size()
        ? first
        : annealing().split(splits).subList(0, current.total());
  }

  /**
   * Returns the size to which the acceptance set grows before the next step: that of other prompts
   * if it is larger, else twice as many examples if the current prompt has fewer mistakes than a
   * race begins with, or, in a run that is stuck, no more than a batch shows. Empty if it does not
   * grow.
   *
   * @param stuck whether the last steps have accepted no candidate
   */
  OptionalInt grownAcceptanceSet(RunHistory history, boolean stuck) {
    AnnealingSettings annealing = settings.optimizer().annealing();
    if (annealing == null
        || !annealing.races()
        || history.prompts().current().acceptance() == null) {
      return OptionalInt.empty();
    }
    int size = acceptanceSet(history).size();
    int largest = history.prompts().largestAcceptanceSet();
    if (size < largest) {
      return OptionalInt.of(largest);
    }
    int all = annealing.split(splits).size();
    int mistakes = knownMistakes(history).size();
    boolean fewer = stuck && mistakes <= settings.optimizer().batchSize();
    return size < all && (fewer || mistakes < annealing.race())
        ? OptionalInt.of(Math.min(2 * size, all))
        : OptionalInt.empty();
  }

  /**
   * Returns the annealing settings.
   *
   * @throws NullPointerException if annealing is off; no candidate is scored then
   */
  AnnealingSettings annealing() {
    return Objects.requireNonNull(settings.optimizer().annealing(), "annealing is off");
  }

  /** Returns the score to compare a candidate with, or empty if nothing is scored yet. */
  Optional<AggregateScore> previousScore(RunHistory history) {
    AggregateScore scored = history.prompts().current().acceptance();
    if (scored == null && annealing().start() == AnnealingStart.ZERO) {
      return Optional.of(new AggregateScore(0, acceptanceSet().size()));
    }
    return Optional.ofNullable(scored);
  }

  /** Whether the initial prompt is scored on the acceptance set before the first step. */
  boolean scoresInitialPrompt() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing != null && annealing.start() == AnnealingStart.INITIAL;
  }

  /**
   * Draws a step's batch. It depends only on the seed, step, redraw, and on what was known of the
   * current prompt when the step began, so it is reproducible.
   */
  List<Example> batch(RunHistory history, int step, int redraw) {
    Draws draws = Draws.of(settings.seed(), step, "batch", redraw);
    int size = settings.optimizer().batchSize();
    if (settings.optimizer().batchFrom() == BatchSource.MISTAKES && hasKnownMistakes(history)) {
      return sample(knownMistakes(history), size, draws);
    }
    return draws.sample(splits.train().size(), size).stream().map(splits.train()::get).toList();
  }

  /** Draws mistakes; of few, some are left out, so that not every step asks the same. */
  private static List<Example> sample(List<Example> mistakes, int most, Draws draws) {
    int all = mistakes.size();
    int drawn = all > most ? most : all - draws.below(Math.min(MOST_LEFT_OUT + 1, all));
    return draws.sample(all, drawn).stream().map(mistakes::get).toList();
  }

  /** Whether the current prompt has mistakes in the acceptance set. */
  boolean hasKnownMistakes(RunHistory history) {
    return !knownMistakes(history).isEmpty();
  }

  /**
   * Returns the examples of the acceptance set that the current prompt answers incorrectly. Rows
   * that only count as wrong, because their calls failed, teach nothing.
   */
  private List<Example> knownMistakes(RunHistory history) {
    Set<String> right = knownRight(history);
    FailedRows failed = history.memory().failedRows();
    return acceptanceSet(history).stream()
        .filter(example -> !right.contains(example.id()) && !failed.has(example))
        .toList();
  }

  private static Set<String> knownRight(RunHistory history) {
    return history.memory().knownRight().of(history.prompts().current().promptId());
  }

  /**
   * Draws the examples of the acceptance set on which a step's candidates compete. Each round has
   * those of the round before and as many others. Mistakes of the current prompt come first: on
   * what it answers correctly, no candidate can be better.
   *
   * @param round the round, from 1
   */
  List<Example> raceSample(RunHistory history, int step, int round) {
    List<Example> all = acceptanceSet(history);
    Set<String> right = knownRight(history);
    long size = Math.min((long) annealing().race() << (round - 1), all.size());
    return Draws.of(settings.seed(), step, "race", 0).sample(all.size(), all.size()).stream()
        .map(all::get)
        .sorted(Comparator.comparing(example -> right.contains(example.id())))
        .limit(size)
        .toList();
  }

  /** Returns the prompts from which a step can start. */
  Set<PromptId> startingPoints(Prompts prompts) {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing == null || (annealing.restart() == 0 && annealing.chains() == 1)
        ? Set.of(prompts.current().promptId())
        : prompts.accepted().stream().map(PromptVersion::promptId).collect(Collectors.toSet());
  }

  /** Returns the examples whose mistakes the backward model may see during the run. */
  List<Example> learnedFrom() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing != null
            && annealing.races()
            && annealing.split() == AcceptanceSplit.TRAIN_AND_VALIDATION
            && settings.optimizer().batchFrom() == BatchSource.MISTAKES
        ? annealing.split(splits)
        : splits.train();
  }

  /** Returns the examples whose correct answers are remembered for the current prompt. */
  Set<String> rememberedIds() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    if (annealing == null || !annealing.races()) {
      return splits.trainIds();
    }
    Set<String> ids = new HashSet<>(splits.trainIds());
    annealing.split(splits).forEach(example -> ids.add(example.id()));
    return ids;
  }

  /** Whether an acceptance score is also a validation score. */
  boolean acceptanceValidates() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing != null && annealing.split() == AcceptanceSplit.VALIDATION;
  }
}
