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

  private static final String SYSTEM =
      """
      You edit a prompt sentence by sentence. You are shown the prompt's sentences with their \
      numbers and a summary of what should change. Propose the few edits that follow it best. Keep \
      instructions general: they must help with any question of this kind, and hold no answer to \
      a particular one. Each text that you write is one complete sentence. Sentences marked frozen \
      cannot be edited, and {{variables}} in double braces must stay.

      Reply with one JSON object and nothing else:
      {"edits":[{"op":"modify","sentence":1,"text":"…"},{"op":"add","after":1,"text":"…"},\
      {"op":"delete","sentence":2},{"op":"move","sentence":3,"after":0}]}
      Sentence numbers are those shown; "after" 0 is the start.""";

  private UpdateText() {}

  /**
   * Creates the request of a step's update.
   *
   * @param requester identity of the requesting work
   */
  public static UpdateRequest request(
      UpdatePlan plan, Engine engine, String sampleScope, String requester) {
    EditScope scope =
        new EditScope(
            plan.prompt().split().pieces().size(), plan.untouchable(), plan.updateLimit());
    return new UpdateRequest(
        CallPurpose.UPDATE, engine, SYSTEM, user(plan), scope, sampleScope, 0, requester);
  }

  private static String user(UpdatePlan plan) {
    String limit = plan.updateLimit() == null ? "" : "\n<LIMIT>" + plan.updateLimit() + "</LIMIT>";
    String wish =
        plan.updateLimit() == null
            ? "Propose the edits."
            : "Propose at most " + plan.updateLimit() + " edits; a move counts as two.";
    return "<SENTENCES>\n"
        + sentences(plan)
        + "</SENTENCES>\n<GRADIENT>\n"
        + plan.gradient()
        + "\n</GRADIENT>"
        + earlier(plan)
        + features(plan)
        + limit
        + "\n"
        + wish;
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
