package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.ControlCharacterEscaper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How the views write texts and numbers. */
final class Formats {

  private static final String NONE = "–";
  private static final MathContext ROUNDED = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final MathContext ROUNDED_MONEY = new MathContext(3, RoundingMode.HALF_EVEN);

  private Formats() {}

  /** A text whose control characters are escaped. */
  static String text(String text) {
    return ControlCharacterEscaper.text(text);
  }

  /** The same on one line. */
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

  /** Such as {@code 10 paid, 2 cached}. */
  static String calls(JsonNode calls) {
    return "%d paid, %d cached".formatted(calls.path("paid").asInt(), calls.path("ledger").asInt());
  }

  /** A share in percent, such as {@code 27.3 %}. */
  static String percent(JsonNode share) {
    return share.isNumber() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble()) : NONE;
  }

  /** A probability. */
  static String probability(JsonNode p) {
    if (!p.isNumber()) {
      return NONE;
    }
    return p.asDouble() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p.asDouble());
  }

  /** A number with four digits at most, such as {@code 17.71}; large ones are whole. */
  static String number(JsonNode number) {
    if (!number.isNumber()) {
      return NONE;
    }
    BigDecimal value = number.decimalValue();
    BigDecimal whole = value.setScale(0, RoundingMode.HALF_EVEN);
    return whole.precision() >= ROUNDED.getPrecision()
        ? whole.toPlainString()
        : plain(value.round(ROUNDED));
  }

  /** An amount in USD: cents from one dollar on, three digits below. */
  static String usd(JsonNode amount) {
    BigDecimal value = amount.decimalValue();
    return value.abs().compareTo(BigDecimal.ONE) >= 0
        ? value.setScale(2, RoundingMode.HALF_EVEN).toPlainString()
        : plain(value.round(ROUNDED_MONEY));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
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

  /** A short time, such as {@code 5.5 s}. */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
