package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.prompt.PromptSpec;
import java.nio.file.Path;
import java.util.Optional;

/** The file of a run's spec, with its dataset file and its prompt file. */
public final class RunSpecFile {

  private final YamlFile file;

  public RunSpecFile(Path file) {
    this.file = new YamlFile(file, "examples/demo.yaml");
  }

  /**
   * Uploads the dataset and returns the spec with {@code dataset.id} in place of {@code
   * dataset.file}, and with its prompt in place of the prompt file.
   *
   * @throws CliException if a file cannot be read
   */
  public JsonNode upload(OptimizerClient optimizer) {
    ObjectNode spec = file.read();
    PromptSpec.resolve(file.path(), spec);
    new DatasetUploads(optimizer, file.path(), Optional.empty()).upload(spec.path("dataset"));
    return spec;
  }
}
