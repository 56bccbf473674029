package io.dlpo.cli.image;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A build of all images.
 *
 * @param platforms what the images run on; the engine's own if empty
 * @param registry where they are pushed; empty to load them into the local engine
 * @param tag their version
 * @param source what they are built from
 * @param aot whether they hold Java's AOT cache, which makes them larger and their start shorter
 */
public record ImageBuild(
    List<ImagePlatform> platforms,
    Optional<ImageRegistry> registry,
    ImageTag tag,
    ImageSource source,
    boolean aot) {

  /** The modules with an image, as docker-compose.yml builds them. */
  static final List<String> MODULES =
      List.of(
          "optimizer-service",
          "forward-engine-service",
          "evaluator-service",
          "backward-engine-service",
          "llm-simulator");

  /**
   * Creates a build.
   *
   * @throws CliException if the images could not be kept
   */
  public ImageBuild {
    platforms = List.copyOf(platforms);
    if (platforms.size() > 1 && registry.isEmpty()) {
      throw new CliException(
          ExitStatus.USAGE,
          "--platform is %s; the local engine keeps one platform of an image: add --push REGISTRY, or name one platform"
              .formatted(ImagePlatform.labels(platforms, ",")));
    }
  }

  /** The name of a module's image. */
  String image(String module) {
    return registry.map(target -> target.address() + "/").orElse("") + "dlpo/" + module + ":" + tag;
  }

  /** The command that builds a module's image in the checkout. */
  List<String> command(String module) {
    List<String> command =
        new ArrayList<>(List.of("docker", "buildx", "build", "--file", "deploy/docker/Dockerfile"));
    command.addAll(List.of("--target", aot ? "aot" : "plain"));
    if (!platforms.isEmpty()) {
      command.addAll(List.of("--platform", ImagePlatform.labels(platforms, ",")));
    }
    command.addAll(List.of("--build-arg", "MODULE=" + module));
    command.addAll(List.of("--build-arg", "VERSION=" + tag));
    command.addAll(List.of("--build-arg", "REVISION=" + source.revision()));
    source
        .address()
        .ifPresent(address -> command.addAll(List.of("--build-arg", "SOURCE=" + address)));
    command.addAll(List.of("--tag", image(module)));
    // The SBOM is in the image; buildx's attestation would add the builder's own address.
    command.addAll(List.of("--provenance=false", "--progress", "plain"));
    command.add(registry.isPresent() ? "--push" : "--load");
    command.add(".");
    return List.copyOf(command);
  }
}
