package io.dlpo.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Stand-ins for docker, git and Maven, which record how they are called.
 *
 * @param folder where they and their record are
 */
record Programs(Path folder) {

  /** Creates a program that runs lines of a shell; without one it is not found. */
  Programs with(String name, String... lines) {
    Path file = folder.resolve(name);
    try {
      Files.writeString(
          file,
          "#!/bin/sh\necho \"%s $*\" >> '%s'\n%s\n"
              .formatted(name, folder.resolve("calls"), String.join("\n", lines)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return this;
  }

  /** What was called, in order. */
  List<String> calls() {
    Path calls = folder.resolve("calls");
    try {
      return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + calls, e);
    }
  }

  /** Runs them in a checkout. */
  ToolRunner in(Path root) {
    return new ToolRunner(root, name -> folder.resolve(name).toString());
  }
}
