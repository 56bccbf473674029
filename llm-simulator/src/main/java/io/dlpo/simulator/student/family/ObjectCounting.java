package io.dlpo.simulator.student.family;

import io.dlpo.simulator.instruction.Weakness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * "I have a flute, two cats and three onions. How many animals do I have?"
 *
 * @param items the things with their quantities
 * @param category the category to count
 */
record ObjectCounting(List<Item> items, String category) implements Question {

  private static final Pattern TEXT =
      Pattern.compile("I have ([^.?]{1,4000}+)\\.\\s+How many ([^.?]{1,100}?) do I have");
  private static final List<String> NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  /** A thing with its quantity. */
  record Item(int count, String thing) {}

  static Optional<ObjectCounting> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (String part : matcher.group(1).split(",\\s*(?:and\\s+)?|\\s+and\\s+", 0)) {
      if (!part.isBlank()) {
        items.add(item(part.strip()));
      }
    }
    return Optional.of(new ObjectCounting(items, matcher.group(2).toLowerCase(Locale.ROOT)));
  }

  private static Item item(String part) {
    String[] words = part.split("\\s+", 2);
    String first = words[0].toLowerCase(Locale.ROOT);
    String thing = words.length > 1 ? words[1] : words[0];
    if (Set.of("a", "an").contains(first)) {
      return new Item(1, thing);
    }
    if (first.matches("\\d{1,6}")) {
      return new Item(Integer.parseInt(first), thing);
    }
    int number = NUMBERS.indexOf(first);
    return number < 0 ? new Item(1, part) : new Item(number, thing);
  }

  @Override
  public Map<Weakness, Double> prone() {
    return Map.of(Weakness.KINDS, 0.7, Weakness.CATEGORY, 0.5, Weakness.PROSE, 0.3);
  }

  @Override
  public String answer(Set<Weakness> weaknesses) {
    return String.valueOf(counted(weaknesses).stream().mapToInt(Item::count).sum());
  }

  @Override
  public String working(Set<Weakness> weaknesses) {
    return "I count "
        + counted(weaknesses).stream()
            .map(item -> item.thing() + " (" + item.count() + ")")
            .collect(Collectors.joining(", "))
        + ".";
  }

  private List<Item> counted(Set<Weakness> weaknesses) {
    return items.stream()
        .filter(
            item ->
                weaknesses.contains(Weakness.CATEGORY)
                    || Categories.contains(category, item.thing()))
        .map(item -> weaknesses.contains(Weakness.KINDS) ? new Item(1, item.thing()) : item)
        .toList();
  }

  @Override
  public String slip() {
    return String.valueOf(Integer.parseInt(answer(Set.of())) + 1);
  }
}
