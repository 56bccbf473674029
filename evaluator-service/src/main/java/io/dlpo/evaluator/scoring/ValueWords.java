package io.dlpo.evaluator.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words beside a number that change its value, such as "not 5" and "5 thousand". */
final class ValueWords {

  /** On either side. */
  private static final Set<String> COUNTS =
      words(
          """
          two three four five six seven eight nine ten eleven twelve twenty thirty forty
          fifty sixty seventy eighty ninety half hundred thousand million billion
          trillion dozen lakh crore hundreds thousands millions billions trillions
          dozens lakhs crores
          """);

  /** Before the number. */
  private static final Set<String> BEFORE =
      words(
          """
          not no minus negative more less fewer over under above below least most
          between from up except than double twice sqrt root log plus almost nearly
          either neither both
          """);

  /** Behind the number. */
  private static final Set<String> BEHIND =
      words(
          """
          to or not plus minus k mn mio bn mrd x i e pi \u03c0 squared cubed factorial
          quarter quarters third thirds permille mille
          """);

  private ValueWords() {}

  /** The first such word in the text before a number. */
  static Optional<String> before(String text) {
    return first(text, BEFORE);
  }

  /** The first such word in the text behind a number. */
  static Optional<String> behind(String text) {
    return first(text, BEHIND);
  }

  private static Optional<String> first(String text, Set<String> ofSide) {
    return Arrays.stream(text.split("[^\\p{L}]+"))
        .filter(
            word -> {
              String lower = word.toLowerCase(Locale.ROOT);
              return ofSide.contains(lower) || COUNTS.contains(lower);
            })
        .findFirst();
  }

  private static Set<String> words(String block) {
    return Set.of(block.strip().split("\\s+"));
  }
}
