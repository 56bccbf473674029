package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.prompt.SplitText;
import io.dlpo.core.technique.UpdatePlan;
import io.dlpo.core.technique.WeightedGradient;
import java.util.Locale;
import java.util.Set;

/** Formats the update request for the backward model. */
public final class UpdateText {

  private UpdateText() {}

  /**
   * Creates the request of a step's update.
   *
   * @param form what the request asks for
   * @param tried the candidates that earlier steps rejected, of which the form shows some
   * @param requester identity of the requesting work
   */
  public static UpdateRequest request(
      UpdatePlan plan,
      UpdateForm form,
      RejectedPrompts tried,
      Engine engine,
      String sampleScope,
      String requester) {
    EditScope scope =
        new EditScope(
            plan.prompt().split().pieces().size(), plan.untouchable(), plan.updateLimit());
    String user = user(plan, form, tried.latest(plan.prompt(), form.memory()));
    return new UpdateRequest(
        CallPurpose.UPDATE,
        engine,
        UpdateInstruction.of(form),
        user,
        scope,
        form,
        sampleScope,
        0,
        requester);
  }

  private static String user(UpdatePlan plan, UpdateForm form, String tried) {
    String limit = plan.updateLimit() == null ? "" : "\n<LIMIT>" + plan.updateLimit() + "</LIMIT>";
    String candidates =
        form.candidates() == 1 ? "" : "\n<CANDIDATES>" + form.candidates() + "</CANDIDATES>";
    return "<SENTENCES>\n"
        + sentences(plan)
        + "</SENTENCES>\n"
        + cause(plan, form)
        + earlier(plan)
        + features(plan)
        + tried
        + limit
        + candidates
        + "\n"
        + wish(plan, form);
  }

  /** The gradient, or the mistakes; these hold texts of any kind, which cannot end their block. */
  private static String cause(UpdatePlan plan, UpdateForm form) {
    return form.showsMistakes()
        ? "<MISTAKES>\n" + plan.gradient().replace("</MISTAKES>", "<\\/MISTAKES>") + "\n</MISTAKES>"
        : "<GRADIENT>\n" + plan.gradient() + "\n</GRADIENT>";
  }

  private static String wish(UpdatePlan plan, UpdateForm form) {
    Integer limit = plan.updateLimit();
    if (form.candidates() == 1) {
      return limit == null
          ? "Propose the edits."
          : "Propose at most " + limit + " edits; a move counts as two.";
    }
    return "Propose "
        + form.candidates()
        + " different sets of edits"
        + (limit == null ? "." : ", each of at most " + limit + " edits; a move counts as two.");
  }

  private static String earlier(UpdatePlan plan) {
    if (plan.earlier().isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            "\nGradients of earlier steps, with their weight beside 1 for the above:");
    for (WeightedGradient gradient : plan.earlier()) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n<EARLIER_GRADIENT weight=\"%.3f\">\n%s\n</EARLIER_GRADIENT>",
              gradient.weight(),
              gradient.text()));
    }
    return text.toString();
  }

  private static String features(UpdatePlan plan) {
    return plan.features() == null
        ? ""
        : "\nWhat better prompts for this task had:\n<POSITIVE_FEATURE>\n"
            + plan.features().positive()
            + "\n</POSITIVE_FEATURE>\nWhat worse ones had, to be avoided or taken out:\n"
            + "<NEGATIVE_FEATURE>\n"
            + plan.features().negative()
            + "\n</NEGATIVE_FEATURE>";
  }

  private static String sentences(UpdatePlan plan) {
    return sentences(plan.prompt(), plan.untouchable());
  }

  /** Returns one numbered line per sentence. */
  static String sentences(Prompt prompt, Set<Integer> untouchable) {
    StringBuilder lines = new StringBuilder();
    int number = 1;
    for (SplitText.Piece piece : prompt.split().pieces()) {
      lines
          .append(untouchable.contains(number) ? "[" + number + " frozen] " : "[" + number + "] ")
          .append(piece.text())
          .append('\n');
      number++;
    }
    return lines.toString();
  }
}
