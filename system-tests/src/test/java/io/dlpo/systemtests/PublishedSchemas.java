package io.dlpo.systemtests;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dlpo.contracts.event.EventType;
import io.dlpo.testing.kafka.TappedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The JSON Schemas of the events, read from the contracts' jar. */
final class PublishedSchemas {

  private static final Map<EventType, Schema> SCHEMAS = load();

  private PublishedSchemas() {}

  /** Returns the validation errors of a record's value; empty if it is valid. */
  static List<Error> problems(EventType type, TappedRecord tapped) {
    return Objects.requireNonNull(SCHEMAS.get(type)).validate(tapped.text(), InputFormat.JSON);
  }

  private static Map<EventType, Schema> load() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);
    for (EventType type : EventType.values()) {
      String resource = "/dlpo/" + type.schema();
      try (InputStream in =
          Objects.requireNonNull(EventType.class.getResourceAsStream(resource), resource)) {
        schemas.put(
            type, registry.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + resource, e);
      }
    }
    return schemas;
  }
}
