package io.dlpo.studies.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.core.run.Progress;
import io.dlpo.studies.experiment.report.HtmlReport;
import io.dlpo.studies.experiment.report.Markup;
import java.util.List;
import java.util.Locale;

/** A run's report as one HTML page that needs nothing else: no script, no font, no picture. */
public final class RunPage {

  private static final List<String> NOTES =
      List.of(
          "Baseline and best prompt answer the same examples of the test split, which no decision"
              + " has seen. Intervals of a score are Wilson's, of the difference Newcombe's"
              + " (graded scores: of Student's t).",
          "p is the probability of so great a difference if both prompts are equally good: McNemar's"
              + " exact test for right and wrong answers, a paired permutation test for graded"
              + " scores.",
          "“paid” calls were paid for by this run; what an earlier one has paid for, the ledger"
              + " answers. Tokens and money are of paid calls.",
          "“–” is what was not scored or is not known.");

  private RunPage() {}

  /** Writes the page. */
  public static String write(RunReport report) {
    Markup out = new Markup();
    out.single("!doctype html").newline().open("html", "lang", "en").open("head").newline();
    out.single("meta", "charset", "utf-8");
    out.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.single(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    out.element("title", report.name() + " – run").element("style", HtmlReport.STYLE);
    out.close().newline().open("body").newline();
    head(report, out);
    asked(report, out);
    ResultSection.write(report, out);
    PromptSection.write(report, out);
    StepSection.write(report.steps(), out);
    CostSection.write(report, out);
    list("How to read this", NOTES, out);
    return out.close().close().newline().written();
  }

  private static void head(RunReport report, Markup out) {
    Progress progress = report.progress();
    out.element("h1", report.name()).newline();
    if (report.simulated()) {
      out.element(
              "p",
              "SIMULATED: these are the simulator's answers, no model was asked.",
              "class",
              "simulated")
          .newline();
    }
    out.element(
            "p",
            "Run %s: %s%s, %d of %d steps, %d accepted."
                .formatted(
                    report.runId(),
                    progress.status().name().toLowerCase(Locale.ROOT),
                    progress.reason() == null ? "" : " (" + progress.reason() + ")",
                    progress.accepted() + progress.rejected(),
                    progress.steps(),
                    progress.accepted()))
        .newline();
    if (!progress.warnings().isEmpty()) {
      list("Warnings", progress.warnings(), out);
    }
  }

  private static void asked(RunReport report, Markup out) {
    JsonNode spec = report.spec();
    out.open("section").element("h2", "What was asked").newline();
    out.element(
            "p",
            "Models: %s (forward), %s (backward). Seed %s."
                .formatted(
                    report.engines().forward().model(),
                    report.engines().backward().model(),
                    spec.path("seed").asText()))
        .newline();
    out.open("details").element("summary", "the spec with all defaults");
    out.element("pre", spec.toPrettyString()).close().newline();
    out.close().newline();
  }

  private static void list(String title, List<String> items, Markup out) {
    out.open("section").element("h2", title).open("ul").newline();
    items.forEach(item -> out.element("li", item).newline());
    out.close().close().newline();
  }
}
