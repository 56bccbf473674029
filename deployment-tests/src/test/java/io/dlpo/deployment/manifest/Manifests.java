package io.dlpo.deployment.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The documents of an overlay. */
public record Manifests(List<Manifest> all) {

  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

  public Manifests {
    all = List.copyOf(all);
  }

  /** All documents of a kind. */
  public Stream<Manifest> ofKind(String kind) {
    return all.stream().filter(manifest -> manifest.kind().equals(kind));
  }

  /** A document by kind and name. */
  public Optional<Manifest> find(String kind, String name) {
    return ofKind(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
  }

  /** A document that must be there. */
  public Manifest get(String kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> new NoSuchElementException("there is no " + kind + "/" + name));
  }

  /** The pods that its workloads make. */
  public Stream<Pod> pods() {
    return all.stream()
        .filter(manifest -> WORKLOADS.contains(manifest.kind()))
        .map(manifest -> new Pod(manifest, manifest.at("/spec/template")));
  }

  /** The same documents, to be changed at will. */
  public Manifests copy() {
    return new Manifests(
        all.stream().map(manifest -> new Manifest(manifest.json().deepCopy())).toList());
  }

  /** These documents and one more. */
  public Manifests with(ObjectNode document) {
    return new Manifests(Stream.concat(all.stream(), Stream.of(new Manifest(document))).toList());
  }

  /** These documents without one. */
  public Manifests without(String kind, String name) {
    String gone = get(kind, name).id();
    return new Manifests(all.stream().filter(manifest -> !manifest.id().equals(gone)).toList());
  }
}
