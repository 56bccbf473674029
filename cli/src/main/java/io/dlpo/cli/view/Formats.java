package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Parts of a run in words. */
final class Formats {

  private Formats() {}

  /** A text with nothing in it that a terminal would obey. */
  static String printable(String text) {
    return ControlCharacterEscaper.text(text);
  }

  /** A text that stays within its line. */
  static String line(String text) {
    return ControlCharacterEscaper.line(text);
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

  /** A share in percent, such as {@code 27.3 %}. */
  static String percent(JsonNode share) {
    return share.isNumber() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble()) : "–";
  }

  /** A probability. */
  static String probability(JsonNode p) {
    return !p.isNumber()
        ? "–"
        : p.asDouble() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p.asDouble());
  }

  /** A time that may be long, such as {@code 2 h 5 min}. */
  static String duration(long millis) {
    long seconds = Math.round(millis / 1000.0);
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    return minutes < 60
        ? minutes + " min " + seconds % 60 + " s"
        : minutes / 60 + " h " + minutes % 60 + " min";
  }

  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
