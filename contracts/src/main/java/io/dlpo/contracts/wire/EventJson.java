package io.dlpo.contracts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dlpo.contracts.event.Event;
import java.io.IOException;

/**
 * Reads and writes events as JSON. Equal events give identical bytes. Unknown properties are
 * ignored, so that additions within a version are compatible. Thread-safe.
 */
public final class EventJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonMapper KNOWN =
      MAPPER.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private EventJson() {}

  /** The JSON of an event. */
  public static byte[] write(Event event) {
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), e);
    }
  }

  /**
   * Reads an event of which nothing must be lost.
   *
   * @throws com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException if it has a property
   *     that is unknown here
   * @throws IOException if the bytes are not a valid event
   */
  public static <E extends Event> E readKnown(byte[] value, Class<E> type) throws IOException {
    return KNOWN.readValue(value, type);
  }

  /**
   * Reads an event.
   *
   * @throws IOException if the bytes are not a valid event; the message says where and why
   */
  public static <E extends Event> E read(byte[] value, Class<E> type) throws IOException {
    E event = MAPPER.readValue(value, type);
    if (event == null) {
      throw new IOException("the JSON is null; expected an object");
    }
    return event;
  }
}
