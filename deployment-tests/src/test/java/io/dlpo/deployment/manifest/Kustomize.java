package io.dlpo.deployment.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Renders folders with {@code kubectl kustomize} or the program that the variable {@code KUSTOMIZE}
 * names.
 *
 * @param command the program and its first arguments; the folder follows
 */
public record Kustomize(List<String> command) {

  /** What to tell who has neither. */
  public static final String MISSING =
      "neither kubectl nor kustomize is on the PATH, so nothing is rendered; install kubectl 1.27"
          + " or newer, or name the program with the variable KUSTOMIZE";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ConcurrentMap<Path, Manifests> RENDERED = new ConcurrentHashMap<>();

  public Kustomize {
    command = List.copyOf(command);
  }

  /** The program of this machine; none if there is none. */
  public static Optional<Kustomize> find() {
    String named = System.getenv("KUSTOMIZE");
    if (named != null && !named.isBlank()) {
      return Optional.of(new Kustomize(List.of(named, "build")));
    }
    return Stream.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"))
        .filter(command -> isOnPath(command.get(0)))
        .map(Kustomize::new)
        .findFirst();
  }

  /** Renders a folder, once for all tests. */
  public Manifests render(Path folder) {
    return RENDERED.computeIfAbsent(folder.toAbsolutePath().normalize(), this::run);
  }

  private Manifests run(Path folder) {
    List<String> whole = new ArrayList<>(command);
    whole.add(folder.toString());
    try {
      Path errors = Files.createTempFile("kustomize", ".err");
      Process process = new ProcessBuilder(whole).redirectError(errors.toFile()).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String complaint = Files.readString(errors);
      Files.delete(errors);
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", whole) + " failed: " + complaint);
      }
      return parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", whole) + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
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

  private static boolean isOnPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
