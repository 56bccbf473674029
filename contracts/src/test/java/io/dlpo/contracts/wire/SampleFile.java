package io.dlpo.contracts.wire;

import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sample of an event: {@code Event.v1.json}, or {@code Event.v1.what-is-new.json} for a later
 * addition.
 *
 * @param path the file
 */
record SampleFile(Path path) {

  private static final Path FOLDER = Path.of("src/test/resources/samples");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** All samples, those of additions last. */
  static List<SampleFile> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(SampleFile::new)
          .sorted(
              Comparator.comparing((SampleFile sample) -> !sample.isFirst())
                  .thenComparing(sample -> sample.path().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + FOLDER, e);
    }
  }

  /** The first sample of an event. */
  static SampleFile of(EventType type) {
    return new SampleFile(FOLDER.resolve(type.record().getSimpleName() + ".v1.json"));
  }

  EventType type() {
    String event = name().substring(0, name().indexOf('.'));
    return Arrays.stream(EventType.values())
        .filter(type -> event.equals(type.record().getSimpleName()))
        .findFirst()
        .orElseThrow();
  }

  JsonNode json() {
    return MAPPER.readTree(path.toFile());
  }

  private boolean isFirst() {
    return name().equals(type().record().getSimpleName() + ".v1.json");
  }

  private String name() {
    return path.getFileName().toString();
  }
}
