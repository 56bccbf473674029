package io.dlpo.contracts.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import io.dlpo.contracts.event.EventType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generates the JSON Schemas 2020-12 of the events from their records and samples. A component is
 * required unless it is nullable.
 */
final class SchemaGeneration {

  private static final Map<EventType, ObjectNode> SCHEMAS = generated();

  private SchemaGeneration() {}

  /** The schema of an event, with descriptions and examples. */
  static ObjectNode schemaOf(EventType type) {
    return Objects.requireNonNull(SCHEMAS.get(type));
  }

  private static Map<EventType, ObjectNode> generated() {
    Map<EventType, ObjectNode> schemas = new EnumMap<>(EventType.class);
    for (EventType type : EventType.values()) {
      schemas.put(type, SchemaForm.published(ofRecord(type)));
    }
    SchemaExamples examples = new SchemaExamples();
    SampleFile.all().forEach(sample -> examples.collect(schemas.get(sample.type()), sample.json()));
    schemas.forEach((type, schema) -> examples.addTo(schema));
    return schemas;
  }

  private static ObjectNode ofRecord(EventType type) {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonSchemaModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .without(Option.NULLABLE_FIELDS_BY_DEFAULT);
    config
        .forFields()
        .withRequiredCheck(
            field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class))
        .withDescriptionResolver(
            field ->
                field.isFakeContainerItemScope()
                    ? null
                    : JavadocDescriptions.ofComponent(
                        field.getDeclaringType().getErasedType(), field.getDeclaredName()));
    config
        .forTypesInGeneral()
        .withDescriptionResolver(scope -> description(scope.getType().getErasedType()))
        // In the order of the record's components.
        .withPropertySorter((unusedOne, unusedOther) -> 0)
        .withCustomDefinitionProvider(
            (javaType, context) ->
                isIdentifier(javaType.getErasedType())
                    ? new CustomDefinition(
                        context
                            .getGeneratorConfig()
                            .createObjectNode()
                            .put("type", "string")
                            .put("minLength", 1)
                            .put("maxLength", 100))
                    : null);
    ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(type.record());
    ObjectNode titled = schema.objectNode();
    titled.set("$schema", schema.get("$schema"));
    titled.put("$id", "https://dlpo.io/contracts/" + type.schema());
    titled.put("title", type.cloudEventType());
    schema.properties().forEach(entry -> titled.set(entry.getKey(), entry.getValue()));
    return titled;
  }

  private static @Nullable String description(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      return "Values by name.";
    }
    return JsonNode.class.isAssignableFrom(type)
        ? "A JSON object."
        : JavadocDescriptions.ofType(type);
  }

  private static boolean isIdentifier(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
  }
}
