package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import java.nio.file.Path;
import java.util.Optional;

/** A spec in a file, with its dataset in another. */
public final class RunSpecFile {

  private final YamlFile file;

  public RunSpecFile(Path file) {
    this.file = new YamlFile(file, "examples/demo.yaml");
  }

  /**
   * The spec as REST takes it: its dataset is uploaded, and {@code dataset.file} becomes {@code
   * dataset.id}.
   *
   * @throws CliException naming what cannot be read
   */
  public JsonNode upload(OptimizerClient rest) {
    ObjectNode spec = file.read();
    new DatasetUploads(rest, file.path(), Optional.empty()).upload(spec.path("dataset"));
    return spec;
  }
}
