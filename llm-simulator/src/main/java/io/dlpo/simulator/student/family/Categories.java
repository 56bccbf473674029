package io.dlpo.simulator.student.family;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The members of each category. */
final class Categories {

  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          "fruits",
          words(
              "apple banana blackberry grape nectarine orange peach plum raspberry strawberry"
                  + " pear cherry lemon mango kiwi"),
          "vegetables",
          words(
              "cabbage carrot cauliflower celery broccoli garlic lettuce onion potato yam"
                  + " cucumber spinach"),
          "animals",
          words(
              "bear cat chicken cow dog donkey duck fish frog goat mouse mice pig rabbit snail"
                  + " snake horse sheep"),
          "musical instruments",
          words("accordion clarinet drum flute piano trombone trumpet violin guitar cello harp"));

  private Categories() {}

  /**
   * Whether a category contains a thing, such as {@code stalks of celery}. Unknown categories, such
   * as objects, contain everything.
   */
  static boolean contains(String category, String thing) {
    Set<String> members = MEMBERS.get(category);
    return members == null || Stream.of(thing.split(" ")).anyMatch(word -> has(members, word));
  }

  private static boolean has(Set<String> members, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return members.contains(lower)
        || members.contains(lower.replaceAll("ies$", "y"))
        || members.contains(lower.replaceAll("es$", ""))
        || members.contains(lower.replaceAll("s$", ""));
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }
}
