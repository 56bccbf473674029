package io.dlpo.deployment.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Renders folders with {@code kubectl kustomize} or the program that the variable {@code KUSTOMIZE}
 * names.
 *
 * @param program that is given the folder
 */
public record Kustomize(Program program) {

  /** What to tell who has neither. */
  public static final String MISSING =
      "neither kubectl nor kustomize is on the PATH, so nothing is rendered; install kubectl 1.27"
          + " or newer, or name the program with the variable KUSTOMIZE";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ConcurrentMap<Path, Manifests> RENDERED = new ConcurrentHashMap<>();

  /** The program of this machine; none if there is none. */
  public static Optional<Kustomize> find() {
    return Program.named("KUSTOMIZE", "build")
        .or(() -> Program.onPath("kubectl", "kustomize"))
        .or(() -> Program.onPath("kustomize", "build"))
        .map(Kustomize::new);
  }

  /** Renders a folder, once for all tests. */
  public Manifests render(Path folder) {
    return RENDERED.computeIfAbsent(folder.toAbsolutePath().normalize(), this::run);
  }

  private Manifests run(Path folder) {
    return parse(program.run(folder.toString()).orThrow());
  }

  /** Reads documents as they are written in one file. */
  public static Manifests parse(String yaml) {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      return new Manifests(
          documents.readAll().stream()
              .filter(JsonNode::isObject)
              .map(document -> new Manifest((ObjectNode) document))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what was rendered", e);
    }
  }
}
