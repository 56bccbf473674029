package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import java.nio.file.Path;
import java.util.Optional;

/** The file of a run's spec, with its dataset file. */
public final class RunSpecFile {

  private final YamlFile file;

  public RunSpecFile(Path file) {
    this.file = new YamlFile(file, "examples/demo.yaml");
  }

  /**
   * Uploads the dataset and returns the spec with {@code dataset.id} in place of {@code
   * dataset.file}.
   *
   * @throws CliException if a file cannot be read
   */
  public JsonNode upload(OptimizerClient optimizer) {
    ObjectNode spec = file.read();
    new DatasetUploads(optimizer, file.path(), Optional.empty()).upload(spec.path("dataset"));
    return spec;
  }
}
