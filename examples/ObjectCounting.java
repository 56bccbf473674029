import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Writes the dataset of the demo: questions of how many things of a kind somebody has. */
public final class ObjectCounting {

  private static final int ROWS = 160;
  private static final long SEED = 20_250_313;
  private static final List<String> NUMBERS = List.of("a", "two", "three", "four", "five", "six");
  private static final Map<String, List<String>> KINDS =
      new TreeMap<>(
          Map.of(
              "animals",
              List.of("bear", "cat", "cow", "dog", "duck", "frog", "goat", "pig", "rabbit", "snail"),
              "fruits",
              List.of("apple", "banana", "grape", "nectarine", "orange", "pear", "plum", "lemon"),
              "musical instruments",
              List.of("accordion", "clarinet", "drum", "flute", "piano", "trumpet", "violin"),
              "vegetables",
              List.of("cabbage", "carrot", "cauliflower", "onion", "cucumber", "yam")));

  private ObjectCounting() {}

  public static void main(String... arguments) {
    Random random = new Random(SEED);
    for (int row = 0; row < ROWS; row++) {
      System.out.println(row(random));
    }
  }

  private static String row(Random random) {
    List<String> kinds = List.copyOf(KINDS.keySet());
    String kind = kinds.get(random.nextInt(kinds.size()));
    String other = kinds.get(random.nextInt(kinds.size()));
    List<String> things = new ArrayList<>();
    int count = 0;
    for (String thing : some(KINDS.get(kind), 3 + random.nextInt(3), random)) {
      int number = random.nextInt(2) == 0 ? 1 : 2 + random.nextInt(5);
      count += number;
      things.add(named(number, thing));
    }
    if (!other.equals(kind)) {
      for (String thing : some(KINDS.get(other), 1 + random.nextInt(2), random)) {
        things.add(named(1 + random.nextInt(2), thing));
      }
    }
    Collections.shuffle(things, random);
    String list =
        String.join(", ", things.subList(0, things.size() - 1)) + ", and " + things.getLast();
    return "{\"input\": \"I have %s. How many %s do I have?\", \"reference\": \"%d\"}"
        .formatted(list, kind, count);
  }

  private static List<String> some(List<String> things, int count, Random random) {
    List<String> shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  private static String named(int number, String thing) {
    String article = "aeiou".indexOf(thing.charAt(0)) >= 0 ? "an" : "a";
    return number == 1 ? article + " " + thing : NUMBERS.get(number - 1) + " " + thing + "s";
  }
}
