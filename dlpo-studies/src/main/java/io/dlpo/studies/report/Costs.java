package io.dlpo.studies.report;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.core.run.RunView;
import io.dlpo.studies.figure.NumberFormats;
import io.dlpo.studies.figure.Table;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Calls, tokens, cost and time of a run. */
final class Costs {

  private static final int DECIMALS = 4;
  private static final double SECOND = 1000;

  private Costs() {}

  /** Omits purposes without calls. */
  static Table table(RunView view) {
    Stream<List<String>> purposes =
        view.usageByPurpose().entrySet().stream()
            .filter(one -> !one.getValue().equals(Usage.NONE))
            .map(one -> row(one.getKey().name().toLowerCase(Locale.ROOT), one.getValue()));
    return new Table(
        "Model calls by purpose",
        List.of("purpose", "paid", "cached", "input tokens", "output tokens"),
        Stream.concat(purposes, Stream.of(row("all", view.usage()))).toList());
  }

  private static List<String> row(String purpose, Usage usage) {
    return List.of(
        purpose,
        NumberFormats.amount((double) usage.paid()),
        NumberFormats.amount((double) usage.ledger()),
        tokens(usage.inputTokens(), usage),
        tokens(usage.outputTokens(), usage));
  }

  /** Says so if the endpoint did not count the tokens of all calls. */
  static String tokens(long tokens, Usage usage) {
    String amount = NumberFormats.amount((double) tokens);
    if (usage.estimated() == null) {
      return amount;
    }
    return usage.estimated() < usage.calls()
        ? amount + " (partly estimated)"
        : amount + " (estimated)";
  }

  static String money(RunReport report) {
    if (report.simulated()) {
      return "Cost: none, the simulator costs nothing.";
    }
    return report.usd() == null
        ? "Cost: unknown, a model of the run has no price (DLPO_PRICES)."
        : "Cost: %s USD at current prices."
            .formatted(report.usd().setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  static String time(RunReport report) {
    return String.format(
        Locale.ROOT,
        "Time: %.1f s (critical path of model calls: %.1f s).",
        report.wallMillis() / SECOND,
        report.view().criticalPathMillis() / SECOND);
  }
}
