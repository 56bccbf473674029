package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.statistics.Interval;
import io.dlpo.core.statistics.Sample;
import io.dlpo.core.statistics.ScoreComparison;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.CellStatus;
import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Experiments that have ended as tests want it. */
public final class Outcomes {

  /** Examples of every test split. */
  public static final int EXAMPLES = 100;

  private final List<CellState> cells = new ArrayList<>();
  private String forwardModel = "gpt-4o-mini";
  private Pairing pairing = Pairing.SEED;

  /** No run yet. */
  public static Outcomes none() {
    return new Outcomes();
  }

  /** Further runs work with this model. */
  public Outcomes forward(String model) {
    forwardModel = model;
    return this;
  }

  Outcomes unpaired() {
    pairing = Pairing.NONE;
    return this;
  }

  /** Runs of seeds 1, 2, … that end with so many right answers of {@value #EXAMPLES}. */
  public Outcomes finished(String dataset, String variant, int... best) {
    for (int i = 0; i < best.length; i++) {
      finished(new Cell(dataset, variant, i + 1, null), 40, best[i], "Think about " + variant);
    }
    return this;
  }

  /** A finished run with its correct answers before and after. */
  public Outcomes finished(Cell cell, int baseline, int best, String prompt) {
    cells.add(state(cell, CellStatus.FINISHED, result(baseline, best, prompt)));
    return this;
  }

  Outcomes transferred(Cell cell, int right) {
    return finished(cell, right, right, "Think.");
  }

  /** A run without a result. */
  public Outcomes other(Cell cell, CellStatus status) {
    cells.add(state(cell, status, null));
    return this;
  }

  Outcomes ended(Cell cell, CellStatus status, CellResult result) {
    cells.add(state(cell, status, result));
    return this;
  }

  ExperimentResults results() {
    return new ExperimentResults(
        new ExperimentId("rates-0123456789"), "rates", ExperimentStatus.FINISHED, pairing, cells);
  }

  /** The report of all of them. */
  public ExperimentReport report() {
    return Analysis.of(results());
  }

  CellResult result(int baseline, int best, String prompt) {
    return new CellResult(
        null,
        score(baseline),
        score(best),
        comparison(baseline, best),
        0.75,
        accuracies(baseline, best),
        "Answer.",
        prompt,
        Map.of(CallPurpose.BATCH, 50, CallPurpose.UPDATE, 10),
        7,
        1000,
        200,
        2500,
        new CellResult.Models(forwardModel, "gpt-4o"));
  }

  private static Comparison comparison(int baseline, int best) {
    ScoreComparison compared = ScoreComparison.of(right(baseline), right(best));
    Interval interval = Objects.requireNonNull(compared.interval());
    return new Comparison(
        compared.method().name(),
        compared.difference(),
        interval.lower(),
        interval.upper(),
        compared.p());
  }

  private static List<@Nullable Double> accuracies(int baseline, int best) {
    List<@Nullable Double> values = new ArrayList<>();
    Collections.addAll(values, share(baseline), null, share(best));
    return values;
  }

  private static double share(int right) {
    return (double) right / EXAMPLES;
  }

  private static HeldOutScore score(int right) {
    return new HeldOutScore(right, EXAMPLES, share(right), 0, 1);
  }

  private static Sample right(int count) {
    return new Sample(IntStream.range(0, EXAMPLES).mapToObj(i -> i < count ? 1.0 : 0.0).toList());
  }

  private static CellState state(Cell cell, CellStatus status, @Nullable CellResult result) {
    return new CellState(
        cell, new RunId("x0123456789." + cell.id()), status, status.hasEnded(), 2, 2, result);
  }
}
