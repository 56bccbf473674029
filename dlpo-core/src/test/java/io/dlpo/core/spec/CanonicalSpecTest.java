package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.run.FailureSettings;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.StopSettings;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalSpecTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void shouldShowEveryDefault() throws JsonProcessingException {
    // When
    ObjectNode spec = Specs.read(Specs.SHORTEST).spec();

    // Then
    assertThat(MAPPER.readTree(spec.toString()))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"name": "run",
                 "prompt": "Answer the question.",
                 "dataset": {"id": "0123456789abcdef",
                   "split": {"train": 20, "validation": 10, "test": 30, "seed": 42, "shuffle": true}},
                 "metric": {"type": "number"},
                 "engines": {"forward": {"model": "student", "temperature": 0.0},
                   "backward": {"model": "teacher", "temperature": 0.0}},
                 "optimizer": {"profile": "annealing", "batchSize": 5, "steps": 10, "maxRedraws": 10,
                   "learningRate": false, "dropout": false, "momentum": false,
                   "contrast": false, "regularization": false,
                   "annealing": {"temperature": 0.05, "cooling": 2.0, "largestDrop": 0.3,
                     "per": "ACCEPTED", "start": "INITIAL", "split": "VALIDATION", "examples": 0,
                     "screening": false, "rungs": 1, "race": 0, "restart": 0, "chains": 1},
                   "validation": {"every": 1, "finalists": 0}, "retryRejected": false,
                   "rewrites": true, "critique": "EACH", "candidates": 1, "memory": 0,
                   "batchFrom": "TRAIN"},
                 "stop": {"allRight": true},
                 "seed": 42}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name: other\n",
        "optimizer: {annealing: false, learningRate: {limit: 2}}\n",
        "stop: {allRight: false, patience: 3, target: 0.9}\n",
        "optimizer: {retryRejected: true, rewrites: false}\n",
        "optimizer: {annealing: {split: train, temperature: 1e-3}}\n",
        "engines: {forward: {model: f, topP: 0.1, seed: -3}, backward: {model: b, maxTokens: 9}}\n",
        "optimizer: {annealing: {start: zero, per: step, examples: 5, screening: true}}\n",
        "budget: {calls: 500, tokens: 1000000}\n",
        "budget: {tokens: 1000000, test: false}\n",
        "budget: {usd: 2.5, prices: {student: {input: 1, output: 2.25}, teacher: {input: 0.15, output: 6}}}\n",
        "optimizer: {profile: adaptive}\n",
        "optimizer: {profile: adaptive, momentum: true, contrast: {gap: 0.2}}\n",
        "optimizer: {profile: adaptive, learningRate: {limit: 1}, contrast: true,"
            + " regularization: {l1: false}, dropout: false}\n",
        "failures: {tolerate: 0.02}\n",
        "failures: {tolerate: 1, count: wrong}\n",
        "seed: -9223372036854775808\n"
      })
  void shouldReadTheSameRunAgain(String lines) throws JsonProcessingException {
    // Given
    ResolvedRun run = Specs.read(Specs.SHORTEST + lines);

    // When: read where other models are the default, after a trip through text
    JsonNode written = MAPPER.readTree(run.spec().toString());
    ResolvedRun again = Specs.read(written);

    // Then
    assertThat(again).isEqualTo(run);
    assertThat(again.spec().toString()).isEqualTo(run.spec().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "failures: {}\n", "failures: {tolerate: 0, count: WRONG}\n"})
  void shouldLeaveOutFailuresThatAreNotTolerated(String lines) {
    // When
    ResolvedRun run = Specs.read(Specs.SHORTEST + lines);

    // Then
    assertThat(run.spec()).isEqualTo(Specs.read(Specs.SHORTEST).spec());
    assertThat(run.settings().failures()).isEqualTo(FailureSettings.NONE);
  }

  @Test
  void shouldWriteToleratedFailuresWithTheirDefault() throws JsonProcessingException {
    // When
    ResolvedRun run = Specs.read(Specs.SHORTEST + "failures: {tolerate: 0.02}\n");

    // Then
    assertThat(MAPPER.readTree(run.spec().get("failures").toString()))
        .isEqualTo(MAPPER.readTree("{\"tolerate\": 0.02, \"count\": \"WRONG\"}"));
    assertThat(run.settings().failures())
        .isEqualTo(new FailureSettings(0.02, FailureSettings.Count.WRONG));
  }

  @Test
  void shouldReadARecordedRunAsItWasMadeBeforeItCouldStopEarly() throws JsonProcessingException {
    // Given
    ObjectNode recorded = Specs.read(Specs.SHORTEST).spec();
    recorded.remove("stop");
    ((ObjectNode) recorded.get("optimizer")).remove(List.of("retryRejected", "rewrites"));

    // When
    RunSettings settings = Specs.read(CanonicalSpec.recorded(recorded)).settings();

    // Then
    assertThat(settings.stop()).isEqualTo(StopSettings.NEVER);
    assertThat(settings.optimizer().retryRejected()).isTrue();
    assertThat(settings.optimizer().rewrites()).isFalse();
    assertThat(settings.sampleScope())
        .isEqualTo(Specs.read(Specs.SHORTEST).settings().sampleScope());
  }

  @Test
  void shouldKeepWhatARecordedRunSays() {
    // Given
    ObjectNode recorded = Specs.read(Specs.SHORTEST + "stop: {patience: 3}\n").spec();

    // Then
    assertThat(CanonicalSpec.recorded(recorded)).isEqualTo(recorded);
  }

  @Test
  void shouldSayOnlyWhatIsTheSameInAllSetsToChooseFrom() {
    // When
    JsonNode optimizer =
        Specs.read(Specs.SHORTEST + "optimizer: {profile: adaptive, contrast: true}\n")
            .spec()
            .get("optimizer");

    // Then
    assertThat(optimizer.path("contrast").path("count").asInt()).isEqualTo(2);
    assertThat(optimizer.path("momentum").asBoolean(true)).isFalse();
    assertThat(optimizer.has("learningRate")).isFalse();
    assertThat(optimizer.has("dropout")).isFalse();
    assertThat(optimizer.has("regularization")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: exact, ignoreCase: true",
        "type: contains",
        "type: regex, pattern: '(\\d+)'",
        "type: choice, options: ['7', '8']",
        "type: choice"
      })
  void shouldReadTheSameMetricAgain(String metric) {
    // Given
    ResolvedRun run =
        Specs.readWithReferences(
            Specs.SHORTEST.replace("type: number", metric), i -> i % 2 == 0 ? "7" : "8");

    // When
    ResolvedRun again =
        Specs.readWithReferences(run.spec().toString(), i -> i % 2 == 0 ? "7" : "8");

    // Then
    assertThat(again).isEqualTo(run);
  }

  @Test
  void shouldNotDependOnTheDefaultModelsOfTheReader() {
    // Given
    ResolvedRun run = Specs.read(Specs.SHORTEST);

    // When
    ResolvedRun again = Specs.readWithoutModels(run.spec().toString());

    // Then
    assertThat(again).isEqualTo(run);
  }

  @Test
  void shouldNotDependOnTheOrderOfKeys() throws JsonProcessingException {
    // Given
    ResolvedRun run = Specs.read(Specs.SHORTEST);

    // When
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    run.spec().properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
    ResolvedRun again = Specs.read(MAPPER.readTree(MAPPER.writeValueAsString(sorted)));

    // Then
    assertThat(again.spec().toString()).isEqualTo(run.spec().toString());
    assertThat(again.settings().sampleScope()).isEqualTo(run.settings().sampleScope());
  }

  @Test
  void shouldShareSamplesAmongSpecsThatDifferInNamesOnly() {
    // Given
    String named = Specs.SHORTEST.replace("split:", "name: mine, split:") + "name: other\n";

    // When / Then
    assertThat(scope(named)).isEqualTo(scope(Specs.SHORTEST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Answer the question. | Answer it.",
        "test: 30             | test: 29",
        "test: 30             | test: 30, seed: 1",
        "test: 30             | test: 30, shuffle: false",
        "type: number         | type: exact"
      })
  void shouldShareNoSamplesBetweenSpecsThatDiffer(String part, String other) {
    // When / Then
    assertThat(scope(Specs.SHORTEST.replace(part, other))).isNotEqualTo(scope(Specs.SHORTEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed: 43",
        "optimizer: {steps: 11}",
        "optimizer: {annealing: false}",
        "engines: {forward: {model: f}}",
        "engines: {forward: {model: student, temperature: 1}}"
      })
  void shouldShareNoSamplesWithSpecsThatSayMore(String line) {
    // When / Then
    assertThat(scope(Specs.SHORTEST + line + "\n")).isNotEqualTo(scope(Specs.SHORTEST));
  }

  @Property(tries = 200)
  void shouldReadEverySettingAgain(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int batchSize,
      @ForAll @IntRange(min = 1, max = 1000) int steps,
      @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) double temperature,
      @ForAll @DoubleRange(max = 1) @Scale(9) double largestDrop) {
    // Given
    ObjectNode spec = (ObjectNode) Specs.tree(Specs.SHORTEST);
    spec.put("seed", seed);
    ObjectNode optimizer = spec.putObject("optimizer").put("batchSize", batchSize);
    optimizer.put("steps", steps);
    optimizer
        .putObject("annealing")
        .put("temperature", temperature)
        .put("largestDrop", largestDrop);

    // When
    ResolvedRun run = Specs.read(spec);

    // Then
    assertThat(run.settings().seed()).isEqualTo(seed);
    assertThat(Optional.ofNullable(run.settings().optimizer().annealing()))
        .hasValueSatisfying(
            annealing -> {
              assertThat(annealing.temperature()).isEqualTo(temperature);
              assertThat(annealing.largestDrop()).isEqualTo(largestDrop);
            });
    assertThat(Specs.read(Specs.tree(run.spec().toString()))).isEqualTo(run);
  }

  private static String scope(String spec) {
    return Specs.read(spec).settings().sampleScope();
  }
}
