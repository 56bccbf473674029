package io.dlpo.studies.report;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.studies.experiment.report.Markup;
import io.dlpo.studies.experiment.report.NumberFormats;
import io.dlpo.studies.experiment.report.Table;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the page says of calls, tokens, money and time. */
final class CostSection {

  private static final int CENTS_OF_CENTS = 4;
  private static final double SECOND = 1000;

  private CostSection() {}

  static void write(RunReport report, Markup out) {
    List<List<String>> rows = new ArrayList<>();
    report
        .progress()
        .usageByPurpose()
        .forEach((purpose, usage) -> rows.add(row(purpose.name().toLowerCase(Locale.ROOT), usage)));
    rows.add(row("all", report.progress().usage()));
    out.open("section").element("h2", "Calls, tokens, money").newline();
    Table.write(
        out,
        "Model calls by what they were made for",
        List.of("for", "paid", "ledger", "tokens in", "tokens out"),
        rows);
    out.element("p", "Money: " + money(report)).newline();
    out.element(
            "p",
            String.format(
                Locale.ROOT,
                "Time: %.1f s, of which the models' slowest chain %.1f s.",
                report.wallMillis() / SECOND,
                report.progress().criticalPathMillis() / SECOND))
        .newline();
    out.close().newline();
  }

  private static String money(RunReport report) {
    if (report.simulated()) {
      return "none, the simulator costs nothing.";
    }
    return report.usd() == null
        ? "not known, for a model of the run has no price (DLPO_PRICES)."
        : report.usd().setScale(CENTS_OF_CENTS, RoundingMode.HALF_UP)
            + " USD by the prices known now.";
  }

  private static List<String> row(String purpose, Usage usage) {
    return List.of(
        purpose,
        NumberFormats.amount(usage.paid()),
        NumberFormats.amount(usage.ledger()),
        NumberFormats.amount((double) usage.inputTokens()),
        NumberFormats.amount((double) usage.outputTokens()));
  }
}
