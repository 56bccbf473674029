package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;
import java.util.Locale;

/** A finished step: one line, or on a narrow terminal one for the scores and one for the reason. */
final class StepText {

  private StepText() {}

  static void print(JsonNode step, JsonNode run, Console console) {
    String number = "step %d/%d  ".formatted(step.path("step").asInt(), run.path("steps").asInt());
    String scores =
        accuracy(step) + console.styled(Style.DIM, "calls " + Formats.calls(step.path("calls")));
    String decision = decision(step, console);
    boolean oneLine = console.fits(number + scores + "  " + decision);
    console.println(number, scores + (oneLine ? "  " : "\n") + decision);
  }

  private static String decision(JsonNode step, Console console) {
    String decision = step.path("decision").asText().toLowerCase(Locale.ROOT);
    Style style = decision.equals("accepted") ? Style.GREEN : Style.RED;
    return console.styled(style, Formats.line(decision))
        + ": "
        + Formats.line(step.path("reason").asText());
  }

  /**
   * Right answers of the step's prompt and of its candidate. Without annealing neither is scored; a
   * step without a candidate keeps its prompt's score.
   */
  private static String accuracy(JsonNode step) {
    int total = step.path("total").asInt();
    String before = score(step.path("previousCorrect"), total);
    String candidate = score(step.path("correct"), step.path("evaluated").asInt(total));
    if (before.isEmpty() && candidate.isEmpty()) {
      return "";
    }
    if (candidate.isEmpty()) {
      return "accuracy " + before + ", no candidate scored  ";
    }
    return "accuracy " + (before.isEmpty() ? "" : before + " → ") + candidate + "  ";
  }

  private static String score(JsonNode correct, int total) {
    return correct.isNumber() ? correct.asInt() + "/" + total : "";
  }
}
