package io.dlpo.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A spec file in YAML or JSON.
 *
 * @param path absolute
 * @param example a valid file, for messages
 */
record YamlFile(Path path, String example) {

  /** YAML is a superset of JSON. */
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  YamlFile {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Reads the file.
   *
   * @throws CliException if it cannot be read
   */
  ObjectNode read() {
    if (!Files.isRegularFile(path)) {
      throw refused("spec file " + path + " does not exist");
    }
    try {
      JsonNode tree = YAML.readTree(path.toFile());
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw refused(path + " has no keys; see " + example + " for a valid spec");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw refused(path + ", line " + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw refused("cannot read " + path + ": " + e.getMessage());
    }
  }

  private static CliException refused(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }
}
