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
import java.util.Locale;

/** A spec in a file, with its dataset in another. */
public final class SpecFile {

  /** YAML is a superset of JSON. */
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;

  public SpecFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /**
   * The spec as REST takes it: its dataset is uploaded, and {@code dataset.file} becomes {@code
   * dataset.id}.
   *
   * @throws CliException naming what cannot be read
   */
  public JsonNode upload(Rest rest) {
    ObjectNode spec = read();
    if (spec.path("dataset") instanceof ObjectNode dataset && dataset.has("file")) {
      Path data = file.resolveSibling(dataset.path("file").asText()).normalize();
      String format = dataset.has("format") ? dataset.path("format").asText() : formatOf(data);
      String name = String.valueOf(data.getFileName());
      dataset.put("id", rest.upload(name, format, bytes(data)));
      dataset.put("name", name);
      dataset.remove("file");
      dataset.remove("format");
    }
    return spec;
  }

  private ObjectNode read() {
    if (!Files.isRegularFile(file)) {
      throw refused("there is no spec file " + file);
    }
    try {
      JsonNode tree = YAML.readTree(file.toFile());
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw refused(file + " has no keys; allowed is a spec such as examples/demo.yaml");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw refused(file + ", line " + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw refused(file + " cannot be read: " + e.getMessage());
    }
  }

  private byte[] bytes(Path data) {
    if (!Files.isRegularFile(data)) {
      throw refused(
          "dataset.file is '"
              + data
              + "', which is not there; allowed is a file relative to "
              + file);
    }
    try {
      return Files.readAllBytes(data);
    } catch (IOException e) {
      throw refused("dataset.file is '" + data + "', which cannot be read: " + e.getMessage());
    }
  }

  private static String formatOf(Path data) {
    String name = data.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") ? "csv" : name.endsWith(".json") ? "bbh" : "jsonl";
  }

  private static CliException refused(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }
}
