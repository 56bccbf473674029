package io.dlpo.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A class-data sharing archive (JEP 350), which speeds up the start of a JVM. The first process
 * that exits normally writes it. Java checks that it matches the JDK and the jars, and replaces it
 * otherwise.
 *
 * @param file the archive; each program has its own
 */
record ClassDataArchive(Path file) {

  /** The JVM options that use and update the archive; none where it cannot be written. */
  List<String> flags() {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      // Without an archive, the start is slower but works.
      return List.of();
    }
    return Files.isWritable(file.getParent())
        ? List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + file,
            // A warning about an outdated archive helps nobody.
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off")
        : List.of();
  }
}
