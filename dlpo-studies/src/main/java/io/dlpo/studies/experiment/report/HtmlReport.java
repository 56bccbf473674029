package io.dlpo.studies.experiment.report;

import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report as one HTML page that needs nothing else: no script, no font, no picture. */
public final class HtmlReport {

  /** Styles of every page of results. */
  public static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8888; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
      .simulated { border: 2px solid #d55e00; padding: .6rem 1rem; font-weight: 600; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
      caption { text-align: left; font-weight: 600; padding: .3rem 0; }
      th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: right; }
      th:first-child { text-align: left; }
      .plot { width: 100%; max-width: 760px; height: auto; display: block; margin: 1rem 0; }
      .plot text { font-size: 12px; fill: currentColor; }
      .plot .grid { stroke: var(--line); stroke-width: .7; }
      pre { white-space: pre-wrap; border-left: 3px solid var(--line); padding-left: 1rem; }
      """;

  private static final List<String> NOTES =
      List.of(
          "Intervals of means and of differences of means are of Student's t over the seeds; they"
              + " say what other seeds would give, on this data and with these models.",
          "“p, Holm” is corrected over all comparisons of this report of the same kind: under 0.05"
              + " it is a finding that stands although so many were compared.",
          "“all datasets” has for each seed the mean over the datasets, once its runs on all of"
              + " them have finished; its comparisons are corrected as a family of their own.",
          "The permutation test needs no assumption; with n pairs it cannot go below 2/2ⁿ.",
          "Baseline and best prompt of a run are compared example by example: McNemar's exact test"
              + " and Newcombe's interval for right and wrong answers, a paired permutation test"
              + " for graded scores.",
          "“–” is what the data leave open, such as the spread of a single run.",
          "Accuracy by step is that of the prompt that the run had then, on the examples that"
              + " decide or select; lines are means, bands reach from the lowest to the highest"
              + " run. A run that ended earlier counts on with its last value.",
          "“calls” counts every call of a model that a run needed; “paid” those that no run had"
              + " paid for before. Runs at temperature 0 share their replies, so “paid” depends"
              + " on what came first.");

  private HtmlReport() {}

  /** Writes the page. */
  public static String write(Report report) {
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
    out.element("title", report.name() + " – experiment").element("style", STYLE);
    out.close().newline().open("body").newline();
    head(report, out);
    if (report.overall() != null) {
      GroupSection.write(report.overall(), out);
    }
    report.groups().forEach(group -> GroupSection.write(group, out));
    RunSection.write(report, out);
    notes(out);
    return out.close().close().newline().written();
  }

  private static void head(Report report, Markup out) {
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
            "Experiment %s: %d of %d runs have a result%s."
                .formatted(
                    report.experimentId(),
                    report.finished(),
                    report.runs(),
                    report.status() == ExperimentStatus.FINISHED
                        ? ""
                        : "; it is " + report.status().name().toLowerCase(Locale.ROOT)))
        .newline();
    String models =
        report.models().stream()
            .map(models1 -> models1.forward() + " (forward), " + models1.backward() + " (backward)")
            .collect(Collectors.joining("; "));
    out.element("p", "Models: " + (models.isEmpty() ? NumberFormats.NONE : models) + ".").newline();
    out.element(
            "p",
            report.pairing() == Pairing.SEED
                ? "Variants are compared run by run with the same seed (paired t test)."
                : "Variants are compared as a whole (Welch's test).")
        .newline();
  }

  private static void notes(Markup out) {
    out.open("section").element("h2", "How to read this").open("ul").newline();
    NOTES.forEach(note -> out.element("li", note).newline());
    out.close().close().newline();
  }
}
