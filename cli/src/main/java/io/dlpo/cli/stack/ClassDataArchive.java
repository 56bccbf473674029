package io.dlpo.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Java has read and checked of a program's classes (JEP 350). The first process that ends in
 * good order writes it, later ones start faster by it. Java looks itself whether it fits the JDK
 * and the jars, and writes it anew if not.
 *
 * @param file one for each program
 */
record ClassDataArchive(Path file) {

  /** The options of a JVM that uses it and keeps it; none where it cannot be kept. */
  List<String> flags() {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      // Without it all works the same, only slower.
      return List.of();
    }
    return Files.isWritable(file.getParent())
        ? List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + file,
            // What it says about an archive that does not fit is of no use to anybody.
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off")
        : List.of();
  }
}
