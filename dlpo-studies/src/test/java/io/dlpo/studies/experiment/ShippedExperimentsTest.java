package io.dlpo.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.Row;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceFile;
import io.dlpo.core.spec.DefaultModels;
import io.dlpo.core.spec.SpecReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The experiments that come along can be run as soon as their data are there. */
class ShippedExperimentsTest {

  private static final Path FOLDER = Path.of("..", "experiments");
  private static final int ROWS = 1319;

  @ParameterizedTest
  @MethodSource("specs")
  void shouldHoldInEveryRun(Path file) throws IOException {
    // Given
    List<PlannedRun> runs = Grid.of(ExperimentReader.read(uploaded(file)));

    // When
    List<PlannedRun> resolved = Resolution.of(runs, ShippedExperimentsTest::resolve);

    // Then
    assertThat(resolved).hasSameSizeAs(runs);
  }

  /** Run ids, sample scopes and experiment ids are digests of it. */
  @Test
  void shouldKeepEveryByteOfTheCanonicalSpecs() throws Exception {
    // Given
    String expected =
        new String(
            Objects.requireNonNull(getClass().getResourceAsStream("/canonical-specs.sha256"))
                .readAllBytes(),
            StandardCharsets.UTF_8);

    // When
    StringBuilder digests = new StringBuilder();
    ObjectNode demo = resolve(uploaded(Path.of("..", "examples", "demo.yaml")));
    digests.append(digest(asBefore(demo).toString())).append("  examples/demo.yaml\n");
    for (Path file : specs().toList()) {
      List<PlannedRun> runs =
          Resolution.of(
              Grid.of(ExperimentReader.read(uploaded(file))), ShippedExperimentsTest::resolve);
      String specs =
          runs.stream()
              .map(run -> asBefore(run.spec()).toString())
              .collect(Collectors.joining("\n"));
      digests
          .append(digest(specs))
          .append("  ")
          .append(Path.of("..").relativize(file))
          .append('\n');
    }

    // Then
    assertThat(digests).hasToString(expected);
  }

  /** Without the keys that specs have had since their digests were recorded. */
  private static ObjectNode asBefore(ObjectNode spec) {
    ObjectNode before = spec.deepCopy();
    before.remove("stop");
    ObjectNode optimizer = (ObjectNode) before.get("optimizer");
    optimizer.remove(
        List.of("retryRejected", "rewrites", "critique", "candidates", "memory", "batchFrom"));
    ((ObjectNode) optimizer.get("validation")).remove("finalists");
    if (optimizer.get("annealing") instanceof ObjectNode annealing) {
      annealing.remove(List.of("race", "restart", "chains"));
    }
    return before;
  }

  private static String digest(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldBeSixEachWithItsCounterpartForTheSimulator() throws IOException {
    assertThat(numbered(FOLDER)).hasSize(6).isEqualTo(numbered(FOLDER.resolve("simulator")));
  }

  @Test
  void shouldEachHaveANameOfItsOwn() throws IOException {
    // Given
    Set<String> names = new HashSet<>();

    // Then
    for (Path file : specs().toList()) {
      assertThat(names.add(read(file).path("name").asText())).as(file.toString()).isTrue();
    }
  }

  /**
   * The first experiment's runs are among the second's, so whoever has run one has paid for both.
   */
  @Test
  void shouldRunTheBaselineOfTheSecondExperimentInTheFirst() throws IOException {
    for (String folder : List.of("", "simulator")) {
      Path place = FOLDER.resolve(folder);
      List<ObjectNode> first = nameless(place.resolve("1-baseline-variance.yaml"));
      List<ObjectNode> second = nameless(place.resolve("2-rate-and-dropout.yaml"));
      assertThat(second).containsAll(first);
    }
  }

  private static List<ObjectNode> nameless(Path file) throws IOException {
    List<PlannedRun> runs = Grid.of(ExperimentReader.read(read(file)));
    return runs.stream()
        .map(
            run -> {
              ObjectNode spec = run.spec().deepCopy();
              spec.remove("name");
              return spec;
            })
        .toList();
  }

  static Stream<Path> specs() throws IOException {
    return Stream.concat(files(FOLDER).stream(), files(FOLDER.resolve("simulator")).stream());
  }

  /** Those that have a number: what the paper's readers ask for. */
  private static List<String> numbered(Path folder) throws IOException {
    return files(folder).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> Character.isDigit(name.charAt(0)))
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static ObjectNode read(Path file) throws IOException {
    return (ObjectNode) new YAMLMapper().readTree(file.toFile());
  }

  /** As the command line sends it: every file has become an id. */
  private static ObjectNode uploaded(Path file) throws IOException {
    ObjectNode spec = read(file);
    for (JsonNode dataset : spec.findValues("dataset")) {
      if (dataset instanceof ObjectNode section && section.has("file")) {
        section.put("id", "uploaded").remove(List.of("file", "format"));
      }
    }
    return spec;
  }

  private static ObjectNode resolve(ObjectNode spec) {
    String reference =
        switch (spec.path("metric").path("type").asText()) {
          case "choice" -> spec.at("/metric/options/0").asText();
          default -> "1";
        };
    Dataset dataset =
        new Dataset(
            "uploaded",
            "data",
            IntStream.rangeClosed(1, ROWS)
                .mapToObj(n -> new Row(n, "question " + n, reference, Map.of("input", "q")))
                .toList());
    return new SpecReader(
            new DefaultModels(Optional.of("forward"), Optional.of("backward")),
            PriceFile.builtIn(),
            id -> Optional.of(dataset).filter(known -> known.id().equals(id)),
            InputLimits.DEFAULT)
        .read(spec)
        .spec();
  }
}
