package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Uploads the dataset files of a spec, each once, and replaces them by their ids. */
final class DatasetUploads {

  private final OptimizerClient optimizer;
  private final Path spec;
  private final Optional<Path> folder;
  private final Map<String, String> ids = new HashMap<>();

  /**
   * @param spec the file that refers to the dataset files
   * @param folder folder of the files that are not next to the spec
   */
  DatasetUploads(OptimizerClient optimizer, Path spec, Optional<Path> folder) {
    this.optimizer = optimizer;
    this.spec = spec;
    this.folder = folder.map(path -> path.toAbsolutePath().normalize());
  }

  /**
   * Uploads the file of a section {@code dataset}, if there is one, and replaces {@code file} by
   * {@code id}.
   *
   * @throws CliException if the file cannot be read
   */
  void upload(JsonNode section) {
    if (!(section instanceof ObjectNode dataset) || !dataset.has("file")) {
      return;
    }
    Path data = find(dataset.path("file").asText());
    String format = dataset.has("format") ? dataset.path("format").asText() : formatOf(data);
    String name = String.valueOf(data.getFileName());
    String id =
        ids.computeIfAbsent(
            format + " " + data, key -> optimizer.upload(name, format, bytes(data)));
    dataset.put("id", id);
    dataset.put("name", name);
    dataset.remove("file");
    dataset.remove("format");
  }

  private Path find(String file) {
    List<Path> places =
        Stream.concat(
                Stream.of(spec.resolveSibling(file)),
                folder.map(path -> path.resolve(file)).stream())
            .map(Path::normalize)
            .toList();
    return places.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> missing(file, places));
  }

  private CliException missing(String file, List<Path> places) {
    return refused(
        "dataset.file is '%s', which does not exist (%s); must be a path relative to %s%s"
            .formatted(
                file,
                String.join(", ", places.stream().map(Path::toString).toList()),
                spec,
                folder.map(path -> " or to " + path).orElse("")));
  }

  private static byte[] bytes(Path data) {
    try {
      return Files.readAllBytes(data);
    } catch (IOException e) {
      throw refused("dataset.file is '" + data + "', which cannot be read: " + e.getMessage());
    }
  }

  private static String formatOf(Path data) {
    String name = data.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return "csv";
    }
    return name.endsWith(".json") ? "bbh" : "jsonl";
  }

  private static CliException refused(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }
}
