package io.dlpo.cli.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.nio.file.Path;
import java.util.Optional;

/** Replaces the prompt file of a spec by the prompt in it. */
public final class PromptSpec {

  private static final String PROMPT = "prompt";
  private static final String MESSAGES = "messages";
  private static final String PREFIX = "file:";

  private PromptSpec() {}

  /**
   * Reads the file that {@code prompt} names, if it names one, and sets {@code prompt} or {@code
   * messages} in its place.
   *
   * @param file the file of the spec; the path of the prompt is relative to it
   * @param section a spec or a part of it
   * @throws CliException if the prompt file cannot be read
   */
  public static void resolve(Path file, JsonNode section) {
    if (!(section instanceof ObjectNode spec)) {
      return;
    }
    Optional<String> path = path(spec.path(PROMPT));
    if (path.isEmpty()) {
      return;
    }
    if (spec.has(MESSAGES)) {
      throw new CliException(
          ExitStatus.USAGE, "prompt and messages are both given; a prompt is one of the two");
    }
    JsonNode prompt = new PromptFile(file.resolveSibling(path.get()).normalize()).read();
    if (prompt.isTextual()) {
      spec.set(PROMPT, prompt);
    } else {
      spec.remove(PROMPT);
      spec.set(MESSAGES, prompt);
    }
  }

  /** The path in {@code {file: PATH}}, {@code file:PATH} or promptfoo's {@code file://PATH}. */
  private static Optional<String> path(JsonNode prompt) {
    if (prompt.isObject() && prompt.size() == 1) {
      return Optional.ofNullable(prompt.path("file").textValue());
    }
    String text = prompt.isTextual() ? prompt.textValue() : "";
    if (!text.startsWith(PREFIX) || text.contains("\n")) {
      return Optional.empty();
    }
    String path = text.substring(PREFIX.length());
    return Optional.of(path.startsWith("//") ? path.substring(2) : path);
  }
}
