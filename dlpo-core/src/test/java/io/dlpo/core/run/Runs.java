package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.update.UpdateForm;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs for tests. */
final class Runs {

  static final AnnealingSettings ON_TRAIN = annealing(AcceptanceSplit.TRAIN, false, 1);

  private Runs() {}

  /** The defaults but for where candidates are compared, and how. */
  static AnnealingSettings annealing(AcceptanceSplit split, boolean screening, int rungs) {
    AnnealingSettings base = AnnealingSettings.DEFAULT;
    return new AnnealingSettings(
        base.temperature(),
        base.cooling(),
        base.largestDrop(),
        base.per(),
        base.start(),
        split,
        base.examples(),
        screening,
        rungs,
        0,
        0,
        1);
  }

  static RunContext annealed() {
    return run(8, AnnealingSettings.DEFAULT, 1);
  }

  static RunContext annealedOnTrain() {
    return run(8, ON_TRAIN, 1);
  }

  static RunContext plain() {
    return run(8, null, 4);
  }

  static RunContext run(int steps, @Nullable AnnealingSettings annealing, long seed) {
    return context("run-1", "Answer the question.", optimizer(steps, annealing), seed, splits());
  }

  static OptimizerSettings optimizer(int steps, @Nullable AnnealingSettings annealing) {
    return new OptimizerSettings(
        "textgrad",
        3,
        steps,
        2,
        new TechniqueSettings(new TextualLearningRate(4), null, null, null, null, null),
        annealing,
        ValidationSettings.DEFAULT);
  }

  /**
   * A run whose candidates race on the train split, made of its known mistakes.
   *
   * @param examples size of the acceptance set at first
   * @param race size of the first sample
   */
  static RunContext racing(int steps, int candidates, int examples, int race, long seed) {
    return racing(
        steps, new UpdateForm(CritiqueMode.JOINT, candidates, 3), examples, race, 0, seed);
  }

  /**
   * @param finalists how many prompts the final choice compares
   */
  static RunContext racing(
      int steps, UpdateForm form, int examples, int race, int finalists, long seed) {
    AnnealingSettings base = annealing(AcceptanceSplit.TRAIN, false, 1);
    AnnealingSettings annealing =
        new AnnealingSettings(
            base.temperature(),
            base.cooling(),
            base.largestDrop(),
            base.per(),
            base.start(),
            base.split(),
            examples,
            false,
            1,
            race,
            0,
            1);
    OptimizerSettings optimizer =
        new OptimizerSettings(
            "best-practice",
            3,
            steps,
            2,
            new TechniqueSettings(new TextualLearningRate(4), null, null, null, null, null),
            null,
            annealing,
            new ValidationSettings(0, finalists),
            false,
            true,
            form,
            BatchSource.MISTAKES);
    return context("run-1", "Answer the question.", optimizer, seed, splits());
  }

  /** The same race on other splits, which restarts after some steps without acceptance. */
  static RunContext restarting(int restart, AcceptanceSplit split, RunContext run) {
    return compared(split, restart, run.annealing().chains(), run);
  }

  /** The same run with several chains. */
  static RunContext chained(int chains, RunContext run) {
    return compared(run.annealing().split(), run.annealing().restart(), chains, run);
  }

  private static RunContext compared(
      AcceptanceSplit split, int restart, int chains, RunContext run) {
    OptimizerSettings base = run.settings().optimizer();
    AnnealingSettings old = run.annealing();
    AnnealingSettings annealing =
        new AnnealingSettings(
            old.temperature(),
            old.cooling(),
            old.largestDrop(),
            old.per(),
            old.start(),
            split,
            old.examples(),
            old.screening(),
            old.rungs(),
            old.race(),
            restart,
            chains);
    OptimizerSettings optimizer = changed(base, annealing, base.validation(), base.retryRejected());
    RunSettings settings = run.settings();
    return context(
        run.runId().value(), settings.prompt(), optimizer, settings.seed(), run.splits());
  }

  /** The same run that scores rejected candidates again. */
  static RunContext retrying(RunContext run) {
    RunSettings settings = run.settings();
    return context(
        run.runId().value(),
        settings.prompt(),
        retrying(settings.optimizer(), true),
        settings.seed(),
        run.splits());
  }

  /** The same settings, with or without another score for a rejected candidate. */
  static OptimizerSettings retrying(OptimizerSettings base, boolean retryRejected) {
    return changed(base, base.annealing(), base.validation(), retryRejected);
  }

  /** The same settings with another validation. */
  static OptimizerSettings validating(OptimizerSettings base, ValidationSettings validation) {
    return changed(base, base.annealing(), validation, base.retryRejected());
  }

  private static OptimizerSettings changed(
      OptimizerSettings base,
      @Nullable AnnealingSettings annealing,
      ValidationSettings validation,
      boolean retryRejected) {
    return new OptimizerSettings(
        base.profile(),
        base.batchSize(),
        base.steps(),
        base.maxRedraws(),
        base.techniques(),
        base.arms(),
        annealing,
        validation,
        retryRejected,
        base.rewrites(),
        base.form(),
        base.batchFrom());
  }

  static Splits splits() {
    return new Splits(examples("train", 30), examples("valid", 40), examples("test", 120));
  }

  /** The same run with a limit. */
  static RunContext within(Budget budget, RunContext run) {
    RunSettings settings = run.settings();
    RunSettings limited =
        new RunSettings(
            settings.name(),
            settings.prompt(),
            settings.metric(),
            settings.engines(),
            settings.sampleScope(),
            settings.optimizer(),
            budget,
            settings.stop(),
            settings.failures(),
            settings.seed());
    return new RunContext(run.runId(), limited, run.splits(), run.elapsedMillis());
  }

  /** The same run with other conditions for an early stop. */
  static RunContext stopping(StopSettings stop, RunContext run) {
    RunSettings settings = run.settings();
    RunSettings stopped =
        new RunSettings(
            settings.name(),
            settings.prompt(),
            settings.metric(),
            settings.engines(),
            settings.sampleScope(),
            settings.optimizer(),
            settings.budget(),
            stop,
            settings.failures(),
            settings.seed());
    return new RunContext(run.runId(), stopped, run.splits(), run.elapsedMillis());
  }

  /** The same run that tolerates a share of failed rows. */
  static RunContext tolerating(double share, RunContext run) {
    RunSettings settings = run.settings();
    RunSettings tolerant =
        new RunSettings(
            settings.name(),
            settings.prompt(),
            settings.metric(),
            settings.engines(),
            settings.sampleScope(),
            settings.optimizer(),
            settings.budget(),
            settings.stop(),
            new FailureSettings(share, FailureSettings.Count.WRONG),
            settings.seed());
    return new RunContext(run.runId(), tolerant, run.splits(), run.elapsedMillis());
  }

  static RunContext context(
      String runId, String prompt, OptimizerSettings optimizer, long seed, Splits splits) {
    RunSettings settings =
        new RunSettings(
            "test",
            prompt,
            new NumberMetric(),
            new Engines(Engine.greedy("student"), Engine.greedy("teacher")),
            "scope",
            optimizer,
            null,
            StopSettings.NEVER,
            FailureSettings.NONE,
            seed);
    return new RunContext(new RunId(runId), settings, splits, 1_234);
  }

  static List<Example> examples(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Example(name + "-" + i, "question " + name + i, "yes"))
        .toList();
  }
}
