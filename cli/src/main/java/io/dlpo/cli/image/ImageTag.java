package io.dlpo.cli.image;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;

/**
 * The version of images, which is their tag and a label.
 *
 * @param value such as {@code 1.2.3}
 */
public record ImageTag(String value) {

  /**
   * Creates a tag.
   *
   * @throws CliException if Docker does not take the value
   */
  public ImageTag {
    if (!value.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}")) {
      throw new CliException(
          ExitStatus.USAGE,
          "the version is '%s'; use up to 128 letters, digits, '.', '_' and '-', with --tag, such as --tag 1.2.3"
              .formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
