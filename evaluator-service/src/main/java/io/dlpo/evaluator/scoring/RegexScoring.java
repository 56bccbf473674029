package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.RegexMetric;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Metric {@code regex}: the last match of the expression equals the reference. */
final class RegexScoring {

  private RegexScoring() {}

  static Score score(RegexMetric metric, String reply, String reference) {
    String found;
    try {
      found = last(Pattern.compile(metric.pattern()), reply);
    } catch (StepLimitedText.ExhaustedException | StackOverflowError e) {
      return Score.wrong(
          "The expression %s takes too long on this reply, so no answer could be read. Expected was %s."
              .formatted(Quotes.quote(metric.pattern()), Quotes.quote(reference)));
    }
    if (found == null) {
      return Score.wrong(
          "The expression %s finds nothing in the reply. Expected was %s."
              .formatted(Quotes.quote(metric.pattern()), Quotes.quote(reference)));
    }
    return Quotes.same(found, reference, false)
        ? Score.right()
        : Score.wrong(
            "The expression %s finds %s; expected was %s."
                .formatted(
                    Quotes.quote(metric.pattern()), Quotes.quote(found), Quotes.quote(reference)));
  }

  private static @Nullable String last(Pattern pattern, String reply) {
    Matcher matcher = pattern.matcher(new StepLimitedText(reply));
    String last = null;
    while (matcher.find()) {
      String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
      last = found == null || found.isBlank() ? last : found;
    }
    return last;
  }
}
