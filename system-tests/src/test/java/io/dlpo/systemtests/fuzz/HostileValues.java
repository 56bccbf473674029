package io.dlpo.systemtests.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.systemtests.stack.Dlpo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Generates invalid values for an event type from a valid one. */
final class HostileValues {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int DEPTH = 20_000;
  private static final int HUGE = 60_000;

  /** Slightly less than the broker's maximum message size of 1 MiB. */
  private static final int ALMOST_TOO_LARGE = 1_046_000;

  private final Map<EventType, byte[]> samples = new EnumMap<>(EventType.class);

  /** Loads the sample events of the contracts. */
  HostileValues() {
    for (EventType type : EventType.values()) {
      String file = type.record().getSimpleName() + ".v1.json";
      try {
        samples.put(
            type,
            Files.readAllBytes(
                Dlpo.inCheckout("contracts/src/test/resources/samples").resolve(file)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the sample " + file, e);
      }
    }
  }

  /** Returns a valid event. */
  byte[] sample(EventType type) {
    return Objects.requireNonNull(samples.get(type));
  }

  byte[] randomBytes(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(1, 2000)];
    random.nextBytes(bytes);
    return bytes;
  }

  byte[] truncated(EventType type, SplittableRandom random) {
    byte[] sample =
        new String(sample(type), StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(sample, random.nextInt(1, sample.length));
  }

  /** Mutates until the event is invalid: removing an optional property keeps it valid. */
  byte[] mutated(EventType type, SplittableRandom random) {
    ObjectNode event = object(type);
    do {
      mutate(event, random);
    } while (isEvent(bytes(event), type));
    return bytes(event);
  }

  byte[] otherJson(SplittableRandom random) {
    String[] values = {
      "null",
      "true",
      "[]",
      "{}",
      "\"\"",
      "0",
      "-1e308",
      "[{}]",
      "{\"\":{}}",
      "[[],[null]]",
      "{\"runId\":null}",
      "{\"runId\":{\"value\":[]}}",
      "{}{}",
      "[1,2,3]",
      "\"text\""
    };
    return utf8(values[random.nextInt(values.length)]);
  }

  byte[] deep(SplittableRandom random) {
    String opening = random.nextBoolean() ? "[" : "{\"runId\":";
    return utf8(opening.repeat(random.nextInt(1001, DEPTH)));
  }

  byte[] hugeToken(EventType type, SplittableRandom random) {
    int length = random.nextInt(HUGE / 2, HUGE);
    return switch (random.nextInt(3)) {
      case 0 -> utf8("{\"runId\":\"" + "x".repeat(length) + "\"}");
      case 1 -> utf8("{\"runId\":" + "9".repeat(length) + "}");
      default -> utf8("{\"" + "n".repeat(length) + "\":" + bytesAsText(type) + "}");
    };
  }

  /** Injects the text as the whole value, or as every string of an event that lacks a property. */
  byte[] injection(EventType type, SplittableRandom random) {
    String text = Injections.any(random);
    if (random.nextBoolean()) {
      return utf8(text);
    }
    ObjectNode event = object(type);
    names(event).stream()
        .filter(name -> event.get(name).isTextual())
        .forEach(name -> event.set(name, new TextNode(text)));
    while (isEvent(bytes(event), type)) {
      mutate(event, random);
    }
    return bytes(event);
  }

  byte[] oversized(SplittableRandom random) {
    return utf8("{\"runId\":\"" + "y".repeat(ALMOST_TOO_LARGE - random.nextInt(20_000)));
  }

  private ObjectNode object(EventType type) {
    try {
      return (ObjectNode) MAPPER.readTree(sample(type));
    } catch (IOException e) {
      throw new UncheckedIOException("a sample is no object", e);
    }
  }

  private static void mutate(ObjectNode event, SplittableRandom random) {
    List<String> names = names(event);
    String name = names.isEmpty() ? "any" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(5)) {
      case 0 -> event.remove(name);
      case 1 -> event.putNull(name);
      case 2 -> event.putArray(name).addObject().put("a", 1);
      case 3 -> event.put(name, Long.MIN_VALUE);
      default -> event.putObject(name).put("b", Injections.any(random));
    }
  }

  private static boolean isEvent(byte[] value, EventType type) {
    try {
      EventJson.read(value, type.record());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> names(ObjectNode event) {
    return event.propertyStream().map(Map.Entry::getKey).toList();
  }

  private String bytesAsText(EventType type) {
    return new String(sample(type), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
