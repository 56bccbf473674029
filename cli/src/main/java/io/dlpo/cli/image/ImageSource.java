package io.dlpo.cli.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources of an image, for its labels.
 *
 * @param version of the sources
 * @param revision the commit, with {@code -dirty} if files differ from it; {@code unknown} outside
 *     of git
 * @param address where the repository is; empty if it is on this machine only
 */
public record ImageSource(String version, String revision, Optional<String> address) {

  /** What stands for a commit that is not known. */
  static final String UNKNOWN = "unknown";

  private static final Pattern HTTPS = Pattern.compile("https://(?:[^/@]*@)?([^/@]+/.+)");
  private static final Pattern SSH = Pattern.compile("ssh://(?:[^/@]*@)?([^/@:]+)(?::\\d+)?/(.+)");
  private static final Pattern SHORT_SSH = Pattern.compile("[^/@:]+@([^/@:]+):(.+)");
  private static final Pattern POM_VERSION =
      Pattern.compile("<artifactId>dlpo-parent</artifactId>\\s*<version>([^<]+)</version>");

  /**
   * The version of a commit: that of its tag, or else that of the POM.
   *
   * @param tag such as {@code v1.2.3}
   * @param pom text of the parent's POM
   */
  static String version(Optional<String> tag, String pom) {
    return tag.map(name -> name.replaceFirst("^v", ""))
        .orElseGet(
            () -> {
              Matcher matcher = POM_VERSION.matcher(pom);
              if (!matcher.find()) {
                throw new IllegalStateException("pom.xml has no version of dlpo-parent");
              }
              return matcher.group(1);
            });
  }

  /**
   * The address of a repository as a page, without user and password; empty for a path, and for
   * what everybody could change on the way.
   *
   * @param remote as git has it
   */
  static Optional<String> address(String remote) {
    Matcher https = HTTPS.matcher(remote);
    if (https.matches()) {
      return page(https.group(1));
    }
    Matcher ssh = SSH.matcher(remote);
    if (ssh.matches()) {
      return page(ssh.group(1) + "/" + ssh.group(2));
    }
    Matcher shortSsh = SHORT_SSH.matcher(remote);
    return shortSsh.matches()
        ? page(shortSsh.group(1) + "/" + shortSsh.group(2))
        : Optional.empty();
  }

  private static Optional<String> page(String path) {
    return Optional.of("https://" + path.replaceFirst("\\.git/?$", ""));
  }
}
