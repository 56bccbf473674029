package io.dlpo.cli.image;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.regex.Pattern;

/**
 * The registry that images are pushed to.
 *
 * @param address its host, with port and path if it has them, such as {@code
 *     registry.example.com/team}
 */
public record ImageRegistry(String address) {

  private static final Pattern HOST =
      Pattern.compile("localhost|[a-z0-9-]+(\\.[a-z0-9-]+)+|[a-z0-9.-]+(?=:)");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<host>" + HOST + ")(:\\d{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*");

  /**
   * Creates a registry.
   *
   * @throws CliException if the address is none
   */
  public ImageRegistry {
    if (!ADDRESS.matcher(address).matches()) {
      throw new CliException(
          ExitStatus.USAGE,
          "--push is '%s'; use the host of a registry, with a path if needed and without https://, such as registry.example.com/team"
              .formatted(address));
    }
  }

  /** What {@code docker login} takes. */
  String host() {
    return address.replaceFirst("/.*", "");
  }
}
