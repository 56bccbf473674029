package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import java.nio.file.Path;
import java.util.Optional;

/** An experiment's spec in a file, with its datasets in others. */
public final class ExperimentSpecFile {

  private static final String DATASET = "dataset";

  private final YamlFile file;
  private final Optional<Path> data;

  /**
   * @param data where dataset files are looked for that are not beside the spec
   */
  public ExperimentSpecFile(Path file, Optional<Path> data) {
    this.file = new YamlFile(file, "experiments/1-baseline-variance.yaml");
    this.data = data;
  }

  /**
   * The spec as REST takes it: every dataset is uploaded and named by its id.
   *
   * @throws CliException naming what cannot be read
   */
  public JsonNode upload(OptimizerClient rest) {
    ObjectNode spec = file.read();
    DatasetUploads files = new DatasetUploads(rest, file.path(), data);
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
