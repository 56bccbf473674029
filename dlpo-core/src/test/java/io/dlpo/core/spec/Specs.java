package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.Row;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceFile;
import io.dlpo.core.refusal.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Specs and their datasets for tests. */
final class Specs {

  static final String DATASET = "0123456789abcdef";
  static final int ROWS = 60;

  /** No more than a spec must have. */
  static final String SHORTEST =
      """
      prompt: Answer the question.
      dataset: {id: 0123456789abcdef, split: {train: 20, validation: 10, test: 30}}
      metric: {type: number}
      """;

  private static final DefaultModels MODELS =
      new DefaultModels(Optional.of("student"), Optional.of("teacher"));

  private Specs() {}

  static ResolvedRun read(String yaml) {
    return read(tree(yaml));
  }

  static ResolvedRun read(JsonNode spec) {
    return read(spec, MODELS, numbers());
  }

  static ResolvedRun read(JsonNode spec, DefaultModels models, Dataset dataset) {
    return new SpecReader(
            models,
            PriceFile.builtIn(),
            id -> id.equals(dataset.id()) ? Optional.of(dataset) : Optional.empty(),
            InputLimits.DEFAULT)
        .read(spec);
  }

  /** Reads a spec where the environment names endpoints. */
  static ResolvedRun read(JsonNode spec, Set<String> endpoints) {
    return new SpecReader(
            MODELS,
            PriceFile.builtIn(),
            id -> Optional.of(numbers()),
            InputLimits.DEFAULT,
            new KnownEndpoints(endpoints))
        .read(spec);
  }

  static ResolvedRun readWithReferences(String yaml, IntFunction<String> references) {
    return read(tree(yaml), MODELS, dataset(references));
  }

  static ResolvedRun readWithoutModels(String yaml) {
    return read(tree(yaml), new DefaultModels(Optional.empty(), Optional.empty()), numbers());
  }

  static JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no YAML", e);
    }
  }

  private static Dataset numbers() {
    return dataset(String::valueOf);
  }

  private static Dataset dataset(IntFunction<String> references) {
    List<Row> rows =
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(
                i ->
                    new Row(
                        i,
                        "question " + i,
                        references.apply(i),
                        Map.of("question", "question " + i, "hint", "hint " + i)))
            .toList();
    return new Dataset(DATASET, "numbers", rows);
  }

  /** Expects one problem, with its key, its value and what is allowed. */
  static void assertRefused(ThrowingCallable reading, String key, String value, String allowed) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.key()).isEqualTo(key);
                          assertThat(problem.value()).isEqualTo(value);
                          assertThat(problem.message()).contains(key).contains(allowed);
                        }));
  }
}
