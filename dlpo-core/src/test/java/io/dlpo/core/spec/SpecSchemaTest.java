package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.metric.ChoiceMetric;
import io.dlpo.contracts.metric.JsonMetric;
import io.dlpo.contracts.metric.JsonMode;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.RegexMetric;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.core.dataset.ColumnNames;
import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.AnnealingStart;
import io.dlpo.core.run.CoolingPer;
import io.dlpo.core.run.FailureSettings;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.StopSettings;
import io.dlpo.core.run.ValidationSettings;
import io.dlpo.core.technique.LearningRateDecay;
import io.dlpo.core.technique.TextualContrast;
import io.dlpo.core.technique.TextualDropout;
import io.dlpo.core.technique.TextualMomentum;
import io.dlpo.core.technique.TextualRegularization;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the published schema to the records that a spec is bound to. */
class SpecSchemaTest {

  private static final SpecSchema SCHEMA = SpecSchema.PUBLISHED;
  private static final Path FILE =
      Path.of("..", "contracts", "src", "main", "resources", "dlpo", "spec.schema.json");

  @Test
  void shouldBeAValidSchema() {
    assertThat(SchemaCheck.problemWith(SCHEMA.root())).isEmpty();
  }

  /** The service reads ids only; the published file has what the dlpo command reads as well. */
  @ParameterizedTest
  @ValueSource(strings = {"demo.yaml", "messages.yaml"})
  void shouldTakeTheShippedExamplesAsTheyAreWritten(String file) throws IOException {
    // Given
    JsonNode example = Specs.tree(Files.readString(Path.of("..", "examples", file)));

    // When
    List<Error> errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FILE))
            .validate(example.toString(), InputFormat.JSON);

    // Then
    assertThat(errors).isEmpty();
  }

  @Test
  void shouldDescribeEveryKeyAndSayWhatHoldsIfItIsMissing() throws IOException {
    // Given
    List<String> silent = new ArrayList<>();

    // When
    collectSilent(new ObjectMapper().readTree(FILE.toFile()), silent);

    // Then
    assertThat(silent).isEmpty();
  }

  private static void collectSilent(JsonNode object, List<String> silent) {
    List<String> required = object.path("required").valueStream().map(JsonNode::textValue).toList();
    for (Map.Entry<String, JsonNode> entry : object.path("properties").properties()) {
      JsonNode property = entry.getValue();
      String description = property.path("description").asText();
      boolean says =
          required.contains(entry.getKey())
              || property.has("default")
              || description.contains("If missing");
      boolean isCondition = property.size() <= 1;
      if (!isCondition && !(says && description.endsWith("."))) {
        silent.add(entry.getKey());
      }
    }
    object.forEach(inner -> collectSilent(inner, silent));
  }

  static Stream<Arguments> ranges() {
    return Stream.of(
        Arguments.of(
            "/properties/optimizer/properties/batchSize/maximum", OptimizerSettings.MAX_BATCH_SIZE),
        Arguments.of("/properties/optimizer/properties/steps/maximum", OptimizerSettings.MAX_STEPS),
        Arguments.of("/properties/stop/properties/patience/maximum", OptimizerSettings.MAX_STEPS),
        Arguments.of(
            "/properties/optimizer/properties/maxRedraws/maximum", OptimizerSettings.MAX_REDRAWS),
        Arguments.of(
            "/properties/optimizer/properties/momentum/properties/window/maximum",
            TextualMomentum.MAX_WINDOW),
        Arguments.of(
            "/properties/optimizer/properties/contrast/properties/count/maximum",
            TextualContrast.MAX_COUNT),
        Arguments.of(
            "/properties/optimizer/properties/annealing/properties/rungs/maximum",
            AnnealingSettings.MAX_RUNGS),
        Arguments.of(
            "/properties/metric/allOf/2/then/properties/options/maxItems",
            ChoiceMetric.MAX_OPTIONS),
        Arguments.of(
            "/properties/metric/allOf/3/then/properties/pattern/maxLength",
            RegexMetric.MAX_PATTERN),
        Arguments.of(
            "/properties/metric/allOf/4/then/properties/weights/additionalProperties/maximum",
            (int) JsonMetric.MAX_WEIGHT),
        Arguments.of(
            "/properties/metric/allOf/5/then/properties/rubric/maxLength", JudgeMetric.MAX_RUBRIC),
        Arguments.of(
            "/properties/metric/allOf/6/then/properties/url/maxLength", WebhookMetric.MAX_URL));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void shouldHaveTheRangesOfTheRecords(String keyword, int most) {
    assertThat(SCHEMA.root().at(keyword).asInt()).isEqualTo(most);
  }

  @Test
  void shouldHaveTheDefaultsOfTheRecords() {
    // When
    OptimizerSettings settings =
        Specs.read(
                Specs.SHORTEST
                    + "optimizer: {learningRate: {limit: 1, decay: exponential}, dropout: true,"
                    + " momentum: true, contrast: true, regularization: true}\n")
            .settings()
            .optimizer();

    // Then
    assertThat(settings.profile()).isEqualTo(OptimizerSettings.DEFAULT_PROFILE);
    assertThat(settings.batchSize()).isEqualTo(OptimizerSettings.DEFAULT_BATCH_SIZE);
    assertThat(settings.steps()).isEqualTo(OptimizerSettings.DEFAULT_STEPS);
    assertThat(settings.maxRedraws()).isEqualTo(OptimizerSettings.DEFAULT_REDRAWS);
    assertThat(settings.validation()).isEqualTo(ValidationSettings.DEFAULT);
    assertThat(settings.annealing()).isEqualTo(AnnealingSettings.DEFAULT);
    assertThat(settings.techniques().decay())
        .isEqualTo(
            new LearningRateDecay(
                LearningRateDecay.Schedule.EXPONENTIAL, LearningRateDecay.DEFAULT_FACTOR));
    assertThat(settings.techniques().dropout()).isEqualTo(TextualDropout.DEFAULT);
    assertThat(settings.techniques().momentum()).isEqualTo(TextualMomentum.DEFAULT);
    assertThat(settings.techniques().contrast()).isEqualTo(TextualContrast.DEFAULT);
    assertThat(settings.techniques().regularization()).isEqualTo(TextualRegularization.DEFAULT);
  }

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of("", Spec.class),
        Arguments.of("dataset", DatasetSection.class),
        Arguments.of("dataset.columns", ColumnNames.class),
        Arguments.of("dataset.split", DatasetSection.SplitSection.class),
        Arguments.of("engines", Spec.Engines.class),
        Arguments.of("engines.forward", Engine.class),
        Arguments.of("optimizer", OptimizerSection.class),
        Arguments.of("optimizer.learningRate", OptimizerSection.LearningRate.class),
        Arguments.of("optimizer.dropout", TextualDropout.class),
        Arguments.of("optimizer.momentum", TextualMomentum.class),
        Arguments.of("optimizer.contrast", TextualContrast.class),
        Arguments.of("optimizer.regularization", OptimizerSection.Regularization.class),
        Arguments.of("optimizer.annealing", AnnealingSettings.class),
        Arguments.of("optimizer.validation", ValidationSettings.class),
        Arguments.of("budget", BudgetSection.class),
        Arguments.of("stop", StopSettings.class),
        Arguments.of("failures", FailureSettings.class));
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldHaveTheKeysOfTheRecords(String key, Class<? extends Record> type) {
    // Given
    JsonNode schema = key.isEmpty() ? SCHEMA.root() : SCHEMA.at(key);

    // When: enabled is read when the section is laid over its profile
    List<String> keys =
        SCHEMA.properties(schema, JsonNodeFactory.instance.objectNode()).keySet().stream()
            .filter(name -> !name.equals("enabled"))
            .toList();

    // Then
    assertThat(keys)
        .containsExactlyElementsOf(
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("optimizer.contrast.selection", TextualContrast.Selection.values()),
        Arguments.of("optimizer.annealing.per", CoolingPer.values()),
        Arguments.of("optimizer.annealing.start", AnnealingStart.values()),
        Arguments.of("optimizer.annealing.split", AcceptanceSplit.values()),
        Arguments.of("failures.count", FailureSettings.Count.values()));
  }

  @ParameterizedTest
  @MethodSource("words")
  void shouldHaveTheWordsOfTheEnumsInBothCases(String key, Enum<?>[] constants) {
    assertThat(SCHEMA.at(key).path("enum").valueStream().map(JsonNode::textValue))
        .containsExactlyElementsOf(bothCases(constants));
  }

  @Test
  void shouldHaveTheModesAndTypesOfTheMetrics() {
    // Given
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "json");

    // Then
    assertThat(
            SCHEMA
                .properties(SCHEMA.at("metric"), json)
                .get("mode")
                .path("enum")
                .valueStream()
                .map(JsonNode::textValue))
        .containsExactlyElementsOf(bothCases(JsonMode.values()));
    assertThat(SCHEMA.at("metric.type").path("enum").valueStream().map(JsonNode::textValue))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.class.getAnnotation(JsonSubTypes.class).value())
                .map(type -> type.value().getAnnotation(JsonTypeName.class).value())
                .toList());
  }

  @Test
  void shouldHaveTheProfilesOfTheirFile() {
    assertThat(SCHEMA.at("optimizer.profile").path("enum").valueStream().map(JsonNode::textValue))
        .containsExactlyElementsOf(Profiles.all().propertyStream().map(Map.Entry::getKey).toList());
    assertThat(Profiles.all())
        .allSatisfy(
            profile -> {
              ObjectNode spec = (ObjectNode) Specs.tree(Specs.SHORTEST);
              spec.set("optimizer", profile);
              assertThat(SCHEMA.errors(spec)).isEmpty();
            });
  }

  private static List<String> bothCases(Enum<?>[] constants) {
    return Stream.concat(
            Arrays.stream(constants).map(Enum::name),
            Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
