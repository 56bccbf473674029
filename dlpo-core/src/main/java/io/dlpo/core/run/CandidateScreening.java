package io.dlpo.core.run;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.prompt.SentenceSplitter;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.ScoredCandidate;
import io.dlpo.core.step.StepDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Waits for the scores of the step's candidates on a sample. Without a race, the sample is the
 * step's batch, and the best candidate goes on to the acceptance set; with screening, only if it
 * has more correct answers than its parent. In a race, the samples grow from round to round. The
 * candidates that are no better than their parent leave after the first round, those that are worse
 * after later ones, and in each round at most half of several go on.
 *
 * @param history the run so far
 * @param trials the candidates, 1 or more; a state that an older version stored has one
 * @param scores the candidates' scores on the sample so far
 * @param parent the parent's score on the batch; not used in a race
 * @param round the round of the race, from 1; 0 if the sample is the batch
 * @param left the candidates that have left the race
 * @param attempt number of earlier proposals of these evaluations
 */
record CandidateScreening(
    RunHistory history,
    @JsonAlias("trial") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Trial> trials,
    Scores scores,
    AggregateScore parent,
    int round,
    List<ScoredCandidate> left,
    int attempt)
    implements EvaluationsAwaited {

  CandidateScreening {
    trials = List.copyOf(trials);
    scores = scores == null ? Scores.NONE : scores;
    left = left == null ? List.of() : List.copyOf(left);
  }

  /**
   * Proposes the evaluations of as many candidates as the budget covers. If it covers none, the
   * step ends.
   */
  static Transition propose(
      RunContext context, RunHistory history, List<Trial> trials, AggregateScore parent) {
    int round = races(context, history) ? 1 : 0;
    return new CandidateScreening(history, trials, Scores.NONE, parent, round, List.of(), 0)
        .proposeOpen(context);
  }

  private Transition proposeOpen(RunContext context) {
    List<EvaluationRequest> requests =
        trials.stream()
            .filter(trial -> !scores.has(trial.candidate().promptId()))
            .map(trial -> request(context, trial))
            .toList();
    return Proposals.propose(
        context,
        this,
        requests,
        "scoring the candidate",
        reason ->
            trials.size() == 1
                ? Proposals.unaffordable(context, history, trials.getFirst(), reason)
                : with(trials.subList(0, trials.size() - 1)).proposeOpen(context));
  }

  private EvaluationRequest request(RunContext context, Trial trial) {
    return new EvaluationRequest(
        expected(context, trial.candidate().promptId()),
        step(),
        Purpose.SCREENING,
        trial.candidate().text(),
        sample(context));
  }

  /**
   * Whether the candidates compete on the acceptance set. If the current prompt has no mistake
   * there, no candidate can be better, but one can on the batch.
   */
  private static boolean races(RunContext context, RunHistory history) {
    return context.annealing().races() && context.hasKnownMistakes(history);
  }

  private List<Example> sample(RunContext context) {
    return round > 0
        ? context.raceSample(history, step(), round)
        : context.batch(history, step(), trials.getFirst().redraw());
  }

  @Override
  public List<PromptId> evaluated() {
    return trials.stream().map(trial -> trial.candidate().promptId()).toList();
  }

  @Override
  public EvaluationId expected(RunContext context, PromptId prompt) {
    // A round has a negative number, so that no evaluation of a batch has the same id.
    int sample = round > 0 ? -round : trials.getFirst().redraw();
    return Proposals.id(context, step(), Purpose.SCREENING, prompt, sample, attempt);
  }

  @Override
  public Transition next(RunContext context) {
    List<Trial> ranked = trials.stream().sorted(order().reversed()).toList();
    return round > 0 ? raced(context, ranked) : screened(context, ranked);
  }

  private Transition screened(RunContext context, List<Trial> ranked) {
    Trial best = ranked.getFirst().over(scored(ranked.subList(1, ranked.size())));
    AnnealingSettings annealing = context.annealing();
    return score(best).correct() > parent.correct() || !(annealing.screening() || annealing.races())
        ? CandidateScoring.propose(context, history, best, null, 0)
        : ended(context, best, parent, "%s of its batch right, before %d: no better");
  }

  private Transition raced(RunContext context, List<Trial> ranked) {
    AggregateScore known = parentOnSample(context);
    List<Trial> ahead =
        ranked.stream()
            .filter(trial -> score(trial).correct() >= known.correct() + (round == 1 ? 1 : 0))
            .limit(Math.max(1, ranked.size() / 2))
            .toList();
    List<Trial> behind = ranked.subList(ahead.size(), ranked.size());
    if (ahead.isEmpty()) {
      Trial best = ranked.getFirst().over(all(left, scored(behind.subList(1, behind.size()))));
      return ended(
          context,
          best,
          known,
          "%s of a sample right, before %d: " + (round == 1 ? "no better" : "worse"));
    }
    List<ScoredCandidate> all = all(left, scored(behind));
    return known.total() == context.acceptanceSet(history).size()
        ? CandidateScoring.propose(
            context,
            history,
            ahead.getFirst().over(all(all, scored(ahead.subList(1, ahead.size())))),
            null,
            0)
        : new CandidateScreening(history, ahead, Scores.NONE, parent, round + 1, all, 0)
            .proposeOpen(context);
  }

  /** Returns the parent's score on the sample, which is part of its acceptance set. */
  private AggregateScore parentOnSample(RunContext context) {
    List<Example> sample = sample(context);
    Set<String> known = history.memory().knownRight().of(history.prompts().current().promptId());
    int right = (int) sample.stream().map(Example::id).filter(known::contains).count();
    return new AggregateScore(right, sample.size());
  }

  private Transition ended(
      RunContext context, Trial best, AggregateScore previous, String described) {
    String reason =
        described.formatted(score(best), previous.correct()) + ", so not scored further";
    return Steps.end(
        context,
        history,
        best,
        new StepDecision(
            DecisionKind.SCREENED_OUT, reason, score(best), previous, null, null, null));
  }

  /** The most correct answers last; among equals the fewest sentences, the shortest, the first. */
  private Comparator<Trial> order() {
    return Comparator.<Trial>comparingLong(trial -> score(trial).micros())
        .thenComparing(CandidateScreening::sentences, Comparator.reverseOrder())
        .thenComparing(trial -> trial.candidate().text().length(), Comparator.reverseOrder())
        .thenComparing(trials::indexOf, Comparator.reverseOrder());
  }

  private static int sentences(Trial trial) {
    return SentenceSplitter.split(trial.candidate().text()).pieces().size();
  }

  private AggregateScore score(Trial trial) {
    return scores.of(trial.candidate().promptId()).orElseThrow();
  }

  private List<ScoredCandidate> scored(List<Trial> others) {
    return others.stream()
        .map(trial -> new ScoredCandidate(trial.candidate(), score(trial)))
        .toList();
  }

  private static List<ScoredCandidate> all(
      List<ScoredCandidate> some, List<ScoredCandidate> others) {
    List<ScoredCandidate> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private CandidateScreening with(List<Trial> others) {
    return new CandidateScreening(history, others, scores, parent, round, left, attempt);
  }

  @Override
  public EvaluationsAwaited with(RunHistory other, Scores others) {
    return new CandidateScreening(other, trials, others, parent, round, left, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return new CandidateScreening(history, trials, scores, parent, round, left, attempt + 1)
        .proposeOpen(context);
  }

  @Override
  public int step() {
    return trials.getFirst().step();
  }

  @Override
  public String phase() {
    return "step "
        + step()
        + (trials.size() == 1
            ? ": screening the candidate"
            : ": screening " + trials.size() + " candidates");
  }
}
