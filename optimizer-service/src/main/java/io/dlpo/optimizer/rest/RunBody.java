package io.dlpo.optimizer.rest;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.core.adaptive.ArmStats;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.budget.Charges;
import io.dlpo.core.run.CallPurpose;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.RunView;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.optimizer.store.RunDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as users get it; the fields are those of {@link RunView} and {@link RunDetails}. */
public record RunBody(
    String runId,
    String name,
    @Nullable ForkBody forkedFrom,
    RunStatus status,
    @Nullable String reason,
    String phase,
    int step,
    int steps,
    int accepted,
    int rejected,
    String trajectory,
    String initialPrompt,
    String currentPrompt,
    String bestPrompt,
    @Nullable HeldOutScore baseline,
    @Nullable HeldOutScore best,
    @Nullable Comparison comparison,
    @Nullable TallyBody validation,
    @Nullable TallyBody currentScore,
    Calls calls,
    Tokens tokens,
    @Nullable BudgetBody budget,
    Models models,
    Instant createdAt,
    @Nullable Instant finishedAt,
    long wallMillis,
    long criticalPathMillis,
    List<String> warnings,
    List<ArmBody> arms,
    @Nullable String waitingFor) {

  /** The run that this one goes on from, and after which of its steps. */
  public record ForkBody(String runId, int step) {

    static @Nullable ForkBody of(@Nullable ForkPoint fork) {
      return fork == null ? null : new ForkBody(fork.runId().value(), fork.step());
    }
  }

  /** Calls that were paid for, and calls that the ledger answered. */
  public record Calls(int paid, int ledger, Map<CallPurpose, Count> byPurpose) {}

  /** The same for one purpose, or a step. */
  public record Count(int paid, int ledger) {

    static Count of(Usage usage) {
      return new Count(usage.paid(), usage.ledger());
    }
  }

  /** Tokens of the calls that were paid for. */
  public record Tokens(long input, long output) {

    static Tokens of(Usage usage) {
      return new Tokens(usage.inputTokens(), usage.outputTokens());
    }
  }

  /**
   * What counts against the budget, and its limits.
   *
   * @param calls counted so far: each once, whether it was paid or known
   * @param tokens of them
   * @param callLimit null if there is none
   * @param tokenLimit null if there is none
   * @param usd what the tokens cost; null without a limit in money
   * @param usdLimit null if there is none
   */
  public record BudgetBody(
      int calls,
      long tokens,
      @Nullable Integer callLimit,
      @Nullable Long tokenLimit,
      @Nullable BigDecimal usd,
      @Nullable BigDecimal usdLimit) {

    static @Nullable BudgetBody of(@Nullable Budget budget, Charges charges) {
      return budget == null
          ? null
          : new BudgetBody(
              charges.calls(),
              charges.tokens(),
              budget.calls(),
              budget.tokens(),
              budget.money() == null ? null : budget.money().rates().usd(charges),
              budget.money() == null ? null : budget.money().usd());
    }
  }

  /** Names of both models. */
  public record Models(String forward, String backward) {}

  /** Right answers of all. */
  public record TallyBody(int correct, int total, double score) {

    static @Nullable TallyBody of(@Nullable AggregateScore tally) {
      return tally == null ? null : new TallyBody(tally.correct(), tally.total(), tally.score());
    }
  }

  /** What a set of techniques that the run chose from has earned; gained is in accuracy. */
  public record ArmBody(String arm, int chosen, int accepted, double gained) {

    static ArmBody of(ArmStats stats) {
      return new ArmBody(stats.arm(), stats.chosen(), stats.accepted(), stats.gained());
    }
  }

  /**
   * @param waitingFor what the run waits for, in words; null if that was not looked up
   */
  static RunBody of(RunDetails run, @Nullable String waitingFor) {
    RunView view = run.view();
    return new RunBody(
        run.runId().value(),
        run.name(),
        ForkBody.of(run.fork()),
        view.status(),
        view.reason(),
        view.phase(),
        view.step(),
        view.steps(),
        view.accepted(),
        view.rejected(),
        view.trajectory(),
        view.initial().text(),
        view.current().text(),
        view.best().text(),
        view.baselineTest(),
        view.bestTest(),
        view.comparison(),
        TallyBody.of(view.validation()),
        TallyBody.of(view.currentScore()),
        calls(view),
        Tokens.of(view.usage()),
        BudgetBody.of(run.budget(), view.charges()),
        new Models(run.engines().forward().model(), run.engines().backward().model()),
        run.createdAt(),
        run.endedAt(),
        run.wallMillis(),
        view.criticalPathMillis(),
        view.warnings(),
        view.arms().stream().map(ArmBody::of).toList(),
        waitingFor);
  }

  private static Calls calls(RunView view) {
    Map<CallPurpose, Count> byPurpose = new EnumMap<>(CallPurpose.class);
    view.usageByPurpose().forEach((purpose, usage) -> byPurpose.put(purpose, Count.of(usage)));
    return new Calls(view.usage().paid(), view.usage().ledger(), byPurpose);
  }
}
