package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.core.run.RunSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Assumptions learned from earlier runs with the same models and metric, such as reply lengths.
 * They are more accurate than the defaults.
 *
 * @param settings settings of the run to estimate
 * @param runs comparable earlier runs
 */
record LearnedAssumptions(RunSettings settings, List<PastRun> runs) {

  private static final List<CallPurpose> ANSWERS =
      CallPurpose.counted().stream().filter(CallPurpose::isAnswer).toList();

  static LearnedAssumptions of(RunSettings settings, List<PastRun> past) {
    return new LearnedAssumptions(
        settings, past.stream().filter(run -> run.isLike(settings)).toList());
  }

  /** The defaults, overridden by the learned assumptions. */
  Assumptions over(Assumptions defaults) {
    String source =
        runs.size() == 1 ? "an earlier run" : "the mean of " + runs.size() + " earlier runs";
    return defaults.with(learnt(), source);
  }

  private Map<Assumption, Double> learnt() {
    Map<Assumption, Double> values = new EnumMap<>(Assumption.class);
    // With a judge, the usage of an evaluation includes the judge's tokens.
    if (!(settings.metric() instanceof JudgeMetric)) {
      put(values, Assumption.TOKENS_ANSWER, answers(Usage::outputTokens) - references(), answers());
    }
    reply(values, Assumption.TOKENS_CRITIQUE, CallPurpose.CRITIQUE);
    reply(values, Assumption.TOKENS_REDUCTION, CallPurpose.REDUCTION);
    reply(values, Assumption.TOKENS_CONTRAST, CallPurpose.CONTRAST);
    TokenCounter counter = new TokenMeter(settings).counter(ModelRole.BACKWARD);
    List<String> written = edits().map(SentenceEdit::text).filter(text -> text != null).toList();
    put(
        values,
        Assumption.EDIT_TOKENS,
        (double) written.stream().mapToLong(counter::count).sum(),
        written.size());
    put(
        values,
        Assumption.EDIT_ADDS,
        (double) edits().filter(edit -> edit.op() == SentenceEdit.Op.ADD).count(),
        written.size());
    return values;
  }

  private void reply(Map<Assumption, Double> values, Assumption assumption, CallPurpose purpose) {
    put(
        values,
        assumption,
        (double) sum(List.of(purpose), Usage::outputTokens),
        sum(List.of(purpose), Usage::paid));
  }

  /** Learns nothing if there are no observations. */
  private static void put(
      Map<Assumption, Double> values, Assumption assumption, double sum, long count) {
    if (count > 0) {
      values.put(assumption, assumption.within(sum / count));
    }
  }

  private long answers() {
    return answers(Usage::paid);
  }

  private long answers(ToLongFunction<Usage> figure) {
    return sum(ANSWERS, figure);
  }

  /** Total tokens of the references in the answers; the assumed answer length excludes them. */
  private double references() {
    TokenCounter counter = new TokenMeter(settings).counter(ModelRole.FORWARD);
    return answers()
        * runs.stream()
            .flatMap(run -> Stream.of(run.splits().train(), run.splits().test()))
            .flatMap(List::stream)
            .map(Example::reference)
            .mapToLong(counter::count)
            .average()
            .orElse(0);
  }

  private long sum(List<CallPurpose> purposes, ToLongFunction<Usage> figure) {
    return runs.stream()
        .map(run -> run.view().usageByPurpose())
        .flatMap(usage -> purposes.stream().map(usage::get))
        .mapToLong(figure)
        .sum();
  }

  private Stream<SentenceEdit> edits() {
    return runs.stream()
        .flatMap(run -> run.view().prompts().stream())
        .flatMap(prompt -> prompt.edits().stream());
  }
}
