package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the files and the proxy that an environment names for the way to model endpoints. The
 * services check more, such as what a file holds.
 */
final class OutboundVariables {

  private static final Pattern KEY_FILE =
      Pattern.compile("(OPENAI_API_KEY|DLPO_ENDPOINTS_[A-Z0-9]+_KEY)_FILE");
  private static final String CERTIFICATES = "DLPO_TRUST_CERTIFICATES";
  private static final String NO_KEY = "none";
  private static final List<String> PROXIES =
      List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");
  private static final Pattern PROXY =
      Pattern.compile("(?i)(http://)?(.*@)?(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:[0-9]{1,5})?/?");
  private static final Pattern CREDENTIALS = Pattern.compile("^.*@", Pattern.DOTALL);

  private OutboundVariables() {}

  /**
   * Checks an environment.
   *
   * @param set the variables that are not blank
   * @throws CliException if a file cannot be read, a key is set twice or a proxy is malformed
   */
  static void check(Map<String, String> set) {
    set.keySet().stream()
        .filter(name -> KEY_FILE.matcher(name).matches())
        .sorted()
        .forEach(
            name -> {
              checkOne(name, set);
              checkFile(name, set.get(name));
            });
    Stream.of(CERTIFICATES)
        .filter(set::containsKey)
        .forEach(name -> checkFile(name, set.get(name)));
    PROXIES.stream().filter(set::containsKey).forEach(name -> checkProxy(name, set.get(name)));
  }

  private static void checkOne(String fileVariable, Map<String, String> set) {
    String variable = fileVariable.substring(0, fileVariable.length() - "_FILE".length());
    if (!set.getOrDefault(variable, NO_KEY).equals(NO_KEY)) {
      throw wrong("%s and %s are both set; remove one of them".formatted(variable, fileVariable));
    }
  }

  private static void checkFile(String variable, String path) {
    if (!isReadable(path)) {
      throw wrong(
          "%s is \"%s\"; it must be the absolute path of a file that you can read"
              .formatted(variable, path));
    }
  }

  private static boolean isReadable(String path) {
    try {
      Path file = Path.of(path);
      return file.isAbsolute() && Files.isRegularFile(file) && Files.isReadable(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void checkProxy(String variable, String proxy) {
    if (!PROXY.matcher(proxy.strip()).matches()) {
      throw wrong(
          "%s is \"%s\"; it must be http://HOST:PORT or http://USER:PASSWORD@HOST:PORT"
              .formatted(variable, CREDENTIALS.matcher(proxy).replaceFirst("***@")));
    }
  }

  private static CliException wrong(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }
}
