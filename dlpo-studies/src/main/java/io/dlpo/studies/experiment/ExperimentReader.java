package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an experiment's spec strictly. Does not check the run specs within it. */
public final class ExperimentReader {

  /** Maximum number of runs in an experiment. */
  public static final int MOST_RUNS = 1000;

  /** Maximum value of {@code parallel}. */
  public static final int MOST_PARALLEL = 64;

  private static final int MOST_SEED = 999_999_999;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,23}");
  private static final Pattern PART_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");
  private static final List<String> KEYS =
      List.of("name", "base", "datasets", "variants", "seeds", "parallel", "pairing");
  private static final String ONLY_DATASET = "data";
  private static final String TRANSFER = "transfer";

  private final JsonNode tree;
  private final List<Problem> problems = new ArrayList<>();

  private ExperimentReader(JsonNode tree) {
    this.tree = tree;
  }

  /**
   * Reads an experiment's spec.
   *
   * @throws RefusedException listing every problem of the spec
   */
  public static ExperimentSpec read(JsonNode tree) {
    if (!tree.isObject()) {
      throw new RefusedException(
          Problem.of("experiment", tree.toString(), "an object with " + String.join(", ", KEYS)));
    }
    return new ExperimentReader(tree).read();
  }

  private ExperimentSpec read() {
    tree.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                String allowed = "one of " + String.join(", ", KEYS);
                problems.add(
                    new Problem(
                        key,
                        tree.path(key).toString(),
                        allowed,
                        key + " is an unknown key; must be " + allowed));
              }
            });
    ExperimentSpec spec =
        new ExperimentSpec(
            name(),
            object("base", tree.path("base")),
            datasets(),
            parts("variants", tree.path("variants"), false),
            seeds(),
            parallel(),
            pairing());
    if (spec.runs() > MOST_RUNS) {
      problems.add(
          Problem.of("experiment", spec.runs() + " runs", "at most " + MOST_RUNS + " runs"));
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return spec;
  }

  private String name() {
    JsonNode name = tree.path("name");
    if (!name.isTextual() || !NAME.matcher(name.textValue()).matches()) {
      refuse("name", name, "1 to 24 letters, digits and '-', starting with a letter or digit");
      return "experiment";
    }
    return name.textValue();
  }

  private List<SpecOverlay> datasets() {
    JsonNode given = tree.path("datasets");
    return given.isMissingNode()
        ? List.of(new SpecOverlay(ONLY_DATASET, JsonNodeFactory.instance.objectNode(), List.of()))
        : parts("datasets", given, true);
  }

  private List<SpecOverlay> parts(String key, JsonNode node, boolean transfers) {
    if (!node.isObject() || node.isEmpty()) {
      refuse(key, node, "an object with at least one named entry");
      return List.of();
    }
    return node.properties().stream()
        .map(entry -> part(key, entry.getKey(), entry.getValue(), transfers))
        .toList();
  }

  private SpecOverlay part(String key, String name, JsonNode node, boolean transfers) {
    String path = key + "." + name;
    if (!PART_NAME.matcher(name).matches()) {
      problems.add(
          Problem.of(
              key,
              name,
              "a name of 1 to 20 letters, digits and '-', starting with a letter or digit"));
    }
    ObjectNode spec = object(path, node.isNull() ? JsonNodeFactory.instance.objectNode() : node);
    List<SpecOverlay> beyond =
        transfers && spec.has(TRANSFER)
            ? parts(path + "." + TRANSFER, spec.path(TRANSFER), false)
            : List.of();
    if (transfers) {
      spec.remove(TRANSFER);
    }
    return new SpecOverlay(name, spec, beyond);
  }

  /** Copies a partial run spec; it must not set the run's seed or name. */
  private ObjectNode object(String key, JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      refuse(key, node, "an object with keys of a run spec");
      return JsonNodeFactory.instance.objectNode();
    }
    if (object.has("seed")) {
      refuse(key + ".seed", object.path("seed"), "omitted; list all seeds under seeds");
    }
    if (object.has("name")) {
      refuse(key + ".name", object.path("name"), "omitted; the experiment names its runs");
    }
    return object.deepCopy();
  }

  private List<Integer> seeds() {
    JsonNode node = tree.path("seeds");
    List<JsonNode> seeds = node.valueStream().toList();
    boolean holds =
        node.isArray()
            && !seeds.isEmpty()
            && seeds.stream().allMatch(ExperimentReader::isSeed)
            && seeds.stream().distinct().count() == seeds.size();
    if (!holds) {
      refuse("seeds", node, "a list of different whole numbers from 0 to " + MOST_SEED);
      return List.of(0);
    }
    return seeds.stream().map(JsonNode::intValue).toList();
  }

  private static boolean isSeed(JsonNode seed) {
    return seed.isInt() && seed.intValue() >= 0 && seed.intValue() <= MOST_SEED;
  }

  private @Nullable Integer parallel() {
    JsonNode node = tree.path("parallel");
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isInt() || node.intValue() < 1 || node.intValue() > MOST_PARALLEL) {
      refuse("parallel", node, "a whole number from 1 to " + MOST_PARALLEL);
      return null;
    }
    return node.intValue();
  }

  private Pairing pairing() {
    JsonNode node = tree.path("pairing");
    return switch (node.asText("seed").toLowerCase(Locale.ROOT)) {
      case "seed", "" -> Pairing.SEED;
      case "none" -> Pairing.NONE;
      default -> {
        refuse("pairing", node, "seed or none");
        yield Pairing.SEED;
      }
    };
  }

  private void refuse(String key, JsonNode node, String allowed) {
    String value =
        node.isMissingNode() ? null : node.isTextual() ? node.textValue() : node.toString();
    problems.add(Problem.of(key, value, allowed));
  }
}
