package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.core.adaptive.ArmStats;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.budget.Charges;
import io.dlpo.core.run.FailedRow;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.RunView;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.studies.experiment.CellResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The REST representation of a run. The fields are those of {@link RunView} and {@link RunDetails};
 * {@code simulated} tells whether the simulator plays one of its models, and {@code curve} is the
 * score of its prompt by step.
 */
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
    List<FailedRow> failedRows,
    @Nullable String waitingFor,
    boolean simulated,
    List<ScorePoint> curve) {

  /** The parent run and the last step inherited from it. */
  public record ForkBody(String runId, int step) {

    static @Nullable ForkBody of(@Nullable ForkPoint fork) {
      return fork == null ? null : new ForkBody(fork.runId().value(), fork.step());
    }
  }

  /** Paid and cached calls. */
  public record Calls(int paid, int ledger, Map<CallPurpose, Count> byPurpose) {}

  /** Paid and cached calls of one purpose or one step. */
  public record Count(int paid, int ledger) {

    static Count of(Usage usage) {
      return new Count(usage.paid(), usage.ledger());
    }
  }

  /**
   * The tokens of the paid calls.
   *
   * @param estimatedCalls the number of calls, paid or cached, whose tokens are estimated because
   *     the endpoint did not count them; null if there are none
   */
  public record Tokens(
      long input,
      long output,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer estimatedCalls) {

    static Tokens of(Usage usage) {
      return new Tokens(usage.inputTokens(), usage.outputTokens(), usage.estimated());
    }
  }

  /**
   * Usage that counts against the budget, and the limits.
   *
   * @param calls the calls so far; each call counts once, whether paid or cached
   * @param tokens the tokens of these calls
   * @param callLimit the maximum number of calls; null if unlimited
   * @param tokenLimit the maximum number of tokens; null if unlimited
   * @param usd the cost of the tokens; null without a cost limit
   * @param usdLimit the maximum cost; null if unlimited
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

  /** The names of both models. */
  public record Models(String forward, String backward) {}

  /** Correct answers and all answers. */
  public record TallyBody(int correct, int total, double score) {

    static @Nullable TallyBody of(@Nullable AggregateScore tally) {
      return tally == null ? null : new TallyBody(tally.correct(), tally.total(), tally.score());
    }
  }

  /** The score of a prompt that the run accepted in a step; step 0 is the initial prompt. */
  public record ScorePoint(int step, double score) {

    static List<ScorePoint> of(List<PromptVersion> prompts) {
      List<ScorePoint> points = new ArrayList<>();
      for (PromptVersion prompt : prompts) {
        AggregateScore score = prompt.acceptance() != null ? prompt.acceptance() : prompt.score();
        if (prompt.accepted() && score != null) {
          points.add(new ScorePoint(prompt.step(), score.score()));
        }
      }
      return List.copyOf(points);
    }
  }

  /** How often a combination of techniques was chosen and accepted, and its gain in accuracy. */
  public record ArmBody(String arm, int chosen, int accepted, double gained) {

    static ArmBody of(ArmStats stats) {
      return new ArmBody(stats.arm(), stats.chosen(), stats.accepted(), stats.gained());
    }
  }

  /**
   * @param waitingFor describes what the run waits for; null if it was not looked up
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
        view.failedRows(),
        waitingFor,
        new CellResult.Models(run.engines().forward().model(), run.engines().backward().model())
            .areSimulated(),
        ScorePoint.of(view.prompts()));
  }

  private static Calls calls(RunView view) {
    Map<CallPurpose, Count> byPurpose = new EnumMap<>(CallPurpose.class);
    view.usageByPurpose().forEach((purpose, usage) -> byPurpose.put(purpose, Count.of(usage)));
    return new Calls(view.usage().paid(), view.usage().ledger(), byPurpose);
  }
}
