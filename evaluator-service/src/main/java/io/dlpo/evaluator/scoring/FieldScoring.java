package io.dlpo.evaluator.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.metric.JsonMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scores the weighted share of the reference's fields that have an equal value in the answer.
 * Additional fields of the answer are ignored.
 */
final class FieldScoring {

  /** Numbers are compared by value, so that 1 equals 1.0; everything else must be identical. */
  private static final Comparator<JsonNode> SAME_VALUE =
      (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
          return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
      };

  private FieldScoring() {}

  static Score score(JsonMetric metric, JsonNode answer, JsonNode reference) {
    if (!answer.isObject()) {
      return Score.wrong(
          "The reply gives a JSON %s; expected was an object such as %s."
              .formatted(
                  answer.getNodeType().name().toLowerCase(Locale.ROOT),
                  Quotes.quote(reference.toString())));
    }
    double all = 0;
    double right = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : reference.properties()) {
      double weight = metric.weightOf(field.getKey());
      JsonNode given = answer.path(field.getKey());
      boolean same = field.getValue().equals(SAME_VALUE, given);
      all += weight;
      right += same ? weight : 0;
      if (!same && weight > 0) {
        wrong.add(difference(field, given));
      }
    }
    return wrong.isEmpty() ? Score.right() : partial(right / all, wrong, reference.size());
  }

  private static Score partial(double share, List<String> wrong, int fields) {
    return new Score(
        // A wrong field counts as a mistake even if its weight is tiny.
        Math.min(share, Math.nextDown(1.0)),
        String.format(
            Locale.ROOT,
            "%d of %d fields are wrong, the score is %.2f: %s.",
            wrong.size(),
            fields,
            share,
            Quotes.some(wrong)));
  }

  private static String difference(Map.Entry<String, JsonNode> field, JsonNode given) {
    String name = Quotes.quote(field.getKey());
    String expected = ", expected was " + Quotes.piece(field.getValue().toString());
    return given.isMissingNode()
        ? name + " is missing" + expected
        : name + " is " + Quotes.piece(given.toString()) + expected;
  }
}
