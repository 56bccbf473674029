package io.dlpo.contracts.wire;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import io.dlpo.contracts.wire.AsyncApiDocument.DescribedHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes the reference of all events in {@code docs/events.md}: headers, events and types. */
final class EventReference {

  private static final Pattern KEY = Pattern.compile("(.*) The key is ([^ ].*)\\.");
  private static final String SCHEMAS = "../contracts/src/main/resources/dlpo/";

  private final AsyncApiDocument api = AsyncApiDocument.read();
  private final Map<String, TopicDefinition> topics =
      TopicList.load().topics().stream()
          .collect(Collectors.toMap(TopicDefinition::name, topic -> topic));

  String text() {
    return Arrays.stream(EventType.values())
        .map(this::event)
        .collect(Collectors.joining("", headers(), types()));
  }

  private String headers() {
    Map<String, DescribedHeader> all = api.headers(EventType.PROMPT_ACCEPTED);
    return all.entrySet().stream()
        .map(
            header ->
                "| `%s` | %s |\n"
                    .formatted(header.getKey(), FieldTable.cell(header.getValue().description())))
        .collect(
            Collectors.joining("", "\n## Headers\n\n| header | description |\n|---|---|\n", ""));
  }

  private String event(EventType type) {
    JsonNode schema = SchemaGeneration.schemaOf(type);
    Matcher description = KEY.matcher(api.description(type));
    if (!description.matches()) {
      throw new IllegalStateException(
          "the description of %s in asyncapi.yaml is '%s'; must end with 'The key is …'"
              .formatted(type, api.description(type)));
    }
    return """

        ## %s

        %s

        | | |
        |---|---|
        | topic | `%s` |
        | key | %s |
        | published by | %s |
        | consumed by | %s |
        | kept | %d days, in %d partitions |
        | schema | [%s](%s) |

        %s
        ```json
        %s
        ```
        """
        .formatted(
            type.record().getSimpleName(),
            description.group(1),
            type.topic(),
            description.group(2),
            services(api.services("send", type)),
            services(topics.get(type.topic()).consumers()),
            topics.get(type.topic()).retention().toDays(),
            topics.get(type.topic()).partitions(),
            type.schemaName(),
            SCHEMAS + type.schema(),
            new FieldTable(schema.path("$defs")).of(schema),
            RecordExample.of(type, api).text());
  }

  private static String services(List<String> names) {
    return names.isEmpty() ? "taps only" : String.join(", ", names);
  }

  /** The types that fields of events have. A type is the same in all events. */
  private static String types() {
    Map<String, String> types = new TreeMap<>();
    for (EventType type : EventType.values()) {
      JsonNode definitions = SchemaGeneration.schemaOf(type).path("$defs");
      definitions.properties().stream()
          .filter(definition -> definition.getValue().has("properties"))
          .forEach(
              definition ->
                  types.put(
                      definition.getKey(),
                      type(definition.getKey(), definition.getValue(), definitions)));
    }
    return "\n## Types\n" + String.join("", types.values());
  }

  private static String type(String name, JsonNode definition, JsonNode definitions) {
    return "\n### %s\n\n%s\n\n%s"
        .formatted(
            name,
            definition.get("description").asString(),
            new FieldTable(definitions).of(definition));
  }
}
