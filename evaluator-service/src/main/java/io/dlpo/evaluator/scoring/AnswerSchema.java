package io.dlpo.evaluator.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.regex.RegularExpressions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Validates answers against a JSON Schema 2020-12. Loads no external schemas, and stops after a
 * number of steps that is the same on every machine.
 */
final class AnswerSchema {

  private static final String KNOWN = "https://json-schema.org/draft/2020-12/";
  private static final long MAX_STEPS = 1_000_000;
  private static final int MAX_DEPTH = 500;

  /** English in every locale, since feedback is part of a run's trajectory. */
  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .locale(Locale.ENGLISH)
          .regularExpressionFactory(
              expression -> {
                Pattern pattern =
                    Pattern.compile(RegularExpressions.replaceDollarAnchors(expression));
                return text -> pattern.matcher(new StepLimitedText(text)).find();
              })
          .build();

  private AnswerSchema() {}

  /**
   * The problems of an answer, one text for each; empty if it is valid.
   *
   * @throws IllegalArgumentException if the schema is invalid
   */
  static List<String> problems(JsonNode schema, JsonNode answer) {
    try {
      return registry()
          .getSchema(schema.toString())
          .validate(
              answer.toString(),
              InputFormat.JSON,
              run ->
                  run.executionConfig(
                      limits -> limits.maxEvaluationSteps(MAX_STEPS).maxEvaluationDepth(MAX_DEPTH)))
          .stream()
          .map(error -> problem(error.getInstanceLocation().toString(), error.getMessage()))
          .toList();
    } catch (ValidationLimitExceededException
        | StepLimitedText.ExhaustedException
        | StackOverflowError e) {
      return List.of("holding the value to the schema takes too long");
    } catch (SchemaException e) {
      throw new IllegalArgumentException("metric.schema cannot be used: " + e.getMessage());
    }
  }

  /** New for each validation, because a registry caches schemas under the ids that they declare. */
  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        registry ->
            registry
                .schemaRegistryConfig(CONFIG)
                .schemaLoader(loader -> loader.allow(id -> id.toString().startsWith(KNOWN))));
  }

  private static String problem(String place, String message) {
    return (place.isEmpty() ? "the value" : Quotes.piece(place)) + ": " + Quotes.piece(message);
  }
}
