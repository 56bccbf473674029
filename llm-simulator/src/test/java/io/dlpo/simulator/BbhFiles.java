package io.dlpo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The original files of BIG-Bench Hard, if a parent folder contains them in {@code shared}. */
public final class BbhFiles {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A question and its answer. */
  public record Case(String input, String target) {}

  private BbhFiles() {}

  /** The tasks that the student knows. */
  public static List<String> tasks() {
    return List.of(
        "object_counting",
        "multistep_arithmetic_two",
        "boolean_expressions",
        "word_sorting",
        "navigate");
  }

  /** All cases of a task; the test is skipped if the file is missing. */
  public static List<Case> read(String task) {
    Path file = find(Path.of("shared", "datasets", "bbh", task + ".json"));
    Assumptions.assumeTrue(file != null, "no original file of " + task);
    try {
      JsonNode examples = MAPPER.readTree(file.toFile()).path("examples");
      return examples
          .valueStream()
          .map(node -> new Case(node.path("input").asText(), node.path("target").asText()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path find(Path relative) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(relative))) {
        return folder.resolve(relative);
      }
    }
    return null;
  }
}
