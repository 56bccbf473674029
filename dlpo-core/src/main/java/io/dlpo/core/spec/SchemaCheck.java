package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that a schema is valid JSON Schema 2020-12. Never loads remote schemas. */
final class SchemaCheck {

  private static final String FOLDER = "https://json-schema.org/draft/2020-12/";
  private static final String DIALECT = FOLDER + "schema";
  private static final int SHOWN = 3;
  private static final int MAX_DEPTH = 200;
  private static final long MAX_STEPS = 100_000;

  /** One value of each type. A schema with infinite recursion fails on at least one of them. */
  private static final List<String> TRIALS = List.of("null", "true", "0", "\"\"", "[]", "{}");

  private SchemaCheck() {}

  /** What the schema must be, and what is wrong with it; empty if it is valid. */
  static Optional<String> problemWith(JsonNode schema) {
    return problem(schema)
        .map(
            problem ->
                "a JSON Schema 2020-12 whose references are within it; this one is not: "
                    + problem);
  }

  private static Optional<String> problem(JsonNode schema) {
    String dialect = schema.path("$schema").asText(DIALECT);
    if (!dialect.equals(DIALECT)) {
      return Optional.of("its $schema is " + dialect);
    }
    SchemaRegistry registry = registry();
    String broken =
        registry
            .getSchema(SchemaLocation.of(DIALECT))
            .validate(schema.toString(), InputFormat.JSON)
            .stream()
            .limit(SHOWN)
            .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
            .collect(Collectors.joining("; "));
    return broken.isEmpty() ? unusable(registry, schema) : Optional.of(broken);
  }

  private static Optional<String> unusable(SchemaRegistry registry, JsonNode schema) {
    try {
      Schema compiled = registry.getSchema(schema.toString());
      compiled.initializeValidators();
      TRIALS.forEach(value -> tryWith(compiled, value));
      return Optional.empty();
    } catch (SchemaException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (ValidationLimitExceededException e) {
      return Optional.of("it refers to itself without end");
    }
  }

  private static void tryWith(Schema schema, String value) {
    schema.validate(
        value,
        InputFormat.JSON,
        run ->
            run.executionConfig(
                limits -> limits.maxEvaluationSteps(MAX_STEPS).maxEvaluationDepth(MAX_DEPTH)));
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        registry ->
            registry
                .schemaRegistryConfig(SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build())
                .schemaLoader(loader -> loader.allow(id -> id.toString().startsWith(FOLDER))));
  }
}
