package io.dlpo.cli.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to do about a build that failed, by what buildx printed. */
record BuildAdvice(ImageBuild build) {

  private static final Pattern REFUSED =
      Pattern.compile(
          "unauthorized|denied|no basic auth credentials|authorization failed|authentication required|insufficient_scope");
  private static final Pattern ONE_PLATFORM =
      Pattern.compile("not supported for (?:the )?docker driver");
  private static final Pattern NO_BASE =
      Pattern.compile("no match for platform|does not provide the specified platform");
  private static final Pattern FOREIGN = Pattern.compile("exec format error");

  /** The message for a module whose image was not built. */
  String of(String module, List<String> lines) {
    String printed = String.join("\n", lines).toLowerCase(Locale.ROOT);
    String image = build.image(module);
    Optional<ImageRegistry> registry = build.registry();
    if (registry.isPresent() && REFUSED.matcher(printed).find()) {
      return "the registry refuses the push of %s; log in with a user who may push: docker login %s"
          .formatted(image, registry.get().host());
    }
    if (ONE_PLATFORM.matcher(printed).find()) {
      return "the builder builds for one platform at a time; make one that builds for several: docker buildx create --use";
    }
    if (NO_BASE.matcher(printed).find()) {
      return "the base image of %s is not there for %s; pull it for this platform, or leave the platform out"
          .formatted(image, ImagePlatform.labels(build.platforms(), " and "));
    }
    if (FOREIGN.matcher(printed).find()) {
      return "%s was not built: its build starts a program of another platform; %s"
          .formatted(image, DockerEngine.EMULATION);
    }
    return image + " was not built; what docker says is above";
  }
}
