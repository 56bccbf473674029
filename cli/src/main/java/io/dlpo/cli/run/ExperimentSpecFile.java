package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.prompt.PromptSpec;
import java.nio.file.Path;
import java.util.Optional;

/** The file of an experiment's spec, with its dataset and prompt files. */
public final class ExperimentSpecFile {

  private static final String DATASET = "dataset";

  private final YamlFile file;
  private final Optional<Path> data;

  /**
   * @param data folder of the dataset files that are not next to the spec
   */
  public ExperimentSpecFile(Path file, Optional<Path> data) {
    this.file = new YamlFile(file, "experiments/1-baseline-variance.yaml");
    this.data = data;
  }

  /**
   * Uploads the datasets and returns the spec with their ids, and with the prompts of its files.
   *
   * @throws CliException if a file cannot be read
   */
  public JsonNode upload(OptimizerClient optimizer) {
    ObjectNode spec = file.read();
    PromptSpec.resolve(file.path(), spec.path("base"));
    spec.path("variants").forEach(part -> PromptSpec.resolve(file.path(), part));
    spec.path("datasets").forEach(part -> PromptSpec.resolve(file.path(), part));
    DatasetUploads files = new DatasetUploads(optimizer, file.path(), data);
    files.upload(spec.path("base").path(DATASET));
    uploadAll(spec.path("variants"), files);
    uploadAll(spec.path("datasets"), files);
    spec.path("datasets").forEach(dataset -> uploadAll(dataset.path("transfer"), files));
    return spec;
  }

  private static void uploadAll(JsonNode parts, DatasetUploads files) {
    parts.forEach(part -> files.upload(part.path(DATASET)));
  }
}
