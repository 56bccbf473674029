package io.dlpo.contracts.wire;

import io.dlpo.contracts.event.EventType;
import java.net.URI;

/**
 * Where consumers find the JSON Schemas of the events. The name of a schema is appended to it.
 *
 * @param base an absolute URL that ends with a slash
 */
public record SchemaAddress(URI base) {

  /** Names the schemas; nothing is served there. */
  public static final SchemaAddress DEFAULT = of("https://dlpo.io/contracts/schemas/");

  public SchemaAddress {
    if (base.getHost() == null
        || !base.getPath().endsWith("/")
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "SchemaAddress.base is '%s'; must be an absolute URL that ends with a slash, such as http://localhost:8080/api/schemas/"
              .formatted(base));
    }
  }

  /** Parses an address. Settings are converted by this method. */
  public static SchemaAddress of(String base) {
    return new SchemaAddress(URI.create(base));
  }

  /** The address of an event's schema. */
  public URI of(EventType type) {
    return base.resolve(type.schemaName());
  }
}
