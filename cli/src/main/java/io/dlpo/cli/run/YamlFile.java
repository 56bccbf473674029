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
 * A file of keys, in YAML or JSON.
 *
 * @param path absolute
 * @param example a file of the kind that a user may look at
 */
record YamlFile(Path path, String example) {

  /** YAML is a superset of JSON. */
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  YamlFile {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Its keys.
   *
   * @throws CliException naming what cannot be read
   */
  ObjectNode read() {
    if (!Files.isRegularFile(path)) {
      throw refused("there is no spec file " + path);
    }
    try {
      JsonNode tree = YAML.readTree(path.toFile());
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw refused(path + " has no keys; allowed is a spec such as " + example);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw refused(path + ", line " + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw refused(path + " cannot be read: " + e.getMessage());
    }
  }

  private static CliException refused(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }
}
