package io.dlpo.cli.image;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A platform that images are built for. */
public enum ImagePlatform {
  AMD64("linux/amd64"),
  ARM64("linux/arm64");

  private final String label;

  ImagePlatform(String label) {
    this.label = label;
  }

  /** The name that Docker uses. */
  public String label() {
    return label;
  }

  /**
   * Parses the values of {@code --platform}; equal ones count once.
   *
   * @throws CliException if one is unknown
   */
  public static List<ImagePlatform> parse(List<String> labels) {
    return labels.stream().map(String::strip).map(ImagePlatform::named).distinct().toList();
  }

  private static ImagePlatform named(String label) {
    return Arrays.stream(values())
        .filter(platform -> platform.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new CliException(
                    ExitStatus.USAGE,
                    "--platform is '%s'; images are built for %s"
                        .formatted(label, labels(List.of(values()), " and "))));
  }

  /** The names of platforms in one text. */
  static String labels(List<ImagePlatform> platforms, String separator) {
    return platforms.stream().map(ImagePlatform::label).collect(Collectors.joining(separator));
  }
}
