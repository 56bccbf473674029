package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Parts of a run in words. */
final class Text {

  private Text() {}

  /** A model's text with nothing in it that a terminal would obey. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "�");
  }

  /** Such as {@code 41/150 (27.3 %)}. */
  static String score(JsonNode score) {
    if (score.isMissingNode() || score.isNull()) {
      return "not scored";
    }
    int correct = score.path("correct").asInt();
    int total = score.path("total").asInt();
    return String.format(
        Locale.ROOT, "%d/%d (%.1f %%)", correct, total, total == 0 ? 0 : 100.0 * correct / total);
  }

  static String count(JsonNode value) {
    return value.isNumber() ? value.asText() : "–";
  }

  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
