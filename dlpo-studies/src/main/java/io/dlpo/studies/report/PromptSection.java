package io.dlpo.studies.report;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.studies.experiment.report.Markup;
import java.util.List;

/** What the page says of the prompt before and after, and of the edits from one to the other. */
final class PromptSection {

  private PromptSection() {}

  static void write(RunReport report, Markup out) {
    List<PromptVersion> path = report.path();
    out.open("section").element("h2", "Prompts").newline();
    out.element("h3", "Before").element("pre", report.progress().initial().text()).newline();
    out.element("h3", "After").element("pre", report.progress().best().text()).newline();
    out.element("h3", "Edits from one to the other").newline();
    if (path.size() == 1) {
      out.element("p", "None: no other prompt was better.").newline();
    }
    path.stream().skip(1).forEach(version -> version(version, out));
    out.close().newline();
  }

  private static void version(PromptVersion version, Markup out) {
    String score = version.score() == null ? "" : " (" + version.score() + ")";
    out.open("details", "open", "open").element("summary", "step " + version.step() + score);
    out.open("ul");
    version.edits().forEach(edit -> edit(edit, out));
    out.close().close().newline();
  }

  private static void edit(SentenceEdit edit, Markup out) {
    out.open("li");
    switch (edit.op()) {
      case ADD ->
          out.text("added after sentence " + edit.after() + ": ").element("ins", edit.text());
      case MODIFY ->
          out.text("sentence " + edit.sentence() + ": ")
              .element("del", edit.before())
              .text(" → ")
              .element("ins", edit.text());
      case DELETE ->
          out.text("sentence " + edit.sentence() + " deleted: ").element("del", edit.before());
      case MOVE ->
          out.text(
              "sentence %d moved after %d: %s"
                  .formatted(edit.sentence(), edit.after(), edit.before()));
    }
    out.close().newline();
  }
}
