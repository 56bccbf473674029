package io.dlpo.cli.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The SBOM of a module, which becomes part of its image.
 *
 * @param path a CycloneDX document, which may be missing
 */
record SbomFile(Path path) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static SbomFile of(Path root, String module) {
    return new SbomFile(root.resolve(module).resolve("target/bom.json"));
  }

  /**
   * Whether it tells of the packaged module.
   *
   * @param packaged a file as old as the last packaging; may be missing if Maven was called by hand
   */
  boolean isCurrent(Path packaged) {
    try {
      return Files.exists(path)
          && (Files.notExists(packaged)
              || Files.getLastModifiedTime(path).compareTo(Files.getLastModifiedTime(packaged))
                  >= 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the date of " + path, e);
    }
  }

  /** The number of libraries that it names. */
  int components() {
    try {
      return MAPPER.readTree(path.toFile()).path("components").size();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
