package io.dlpo.cli.image;

import java.util.List;
import java.util.Optional;

/**
 * What a program did.
 *
 * @param lines what it printed
 * @param status its exit status
 */
record ToolResult(List<String> lines, int status) {

  private static final int NOT_FOUND = 127;

  ToolResult {
    lines = List.copyOf(lines);
  }

  /** A program that is not on the PATH. */
  static ToolResult notFound() {
    return new ToolResult(List.of(), NOT_FOUND);
  }

  boolean succeeded() {
    return status == 0;
  }

  boolean isNotFound() {
    return status == NOT_FOUND;
  }

  /** The first line of a success. */
  Optional<String> firstLine() {
    return succeeded()
        ? lines.stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst()
        : Optional.empty();
  }
}
