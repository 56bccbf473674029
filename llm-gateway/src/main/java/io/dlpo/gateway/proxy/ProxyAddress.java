package io.dlpo.gateway.proxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy. Its text form has no credentials.
 *
 * @param host name or IP address
 * @param port number of the port
 * @param user user name; null if the proxy needs no credentials
 * @param password password of the user; null without a user
 */
public record ProxyAddress(
    String host, int port, @Nullable String user, @Nullable String password) {

  private static final int HTTP = 80;
  private static final int MAX_PORT = 65_535;
  private static final String SCHEME = "http://";
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("(?i)(?!http://)[a-z][a-z0-9+.-]*://.*");
  private static final Pattern SERVER =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?/?");
  private static final Pattern CREDENTIALS = Pattern.compile("^.*@", Pattern.DOTALL);

  /** What stands where a port should and is none: it may be a password whose host is missing. */
  private static final Pattern PASSWORD_ALONE =
      Pattern.compile(
          "^((?:[a-zA-Z0-9+.-]+://)?[^:/@]*:)(?!/|[0-9]{1,5}(?:/.*)?$).+$", Pattern.DOTALL);

  /**
   * Reads the address of a proxy. The scheme {@code http://} and the port 80 may be left out.
   *
   * @param variable the environment variable that holds it
   * @throws IllegalArgumentException if it is malformed, naming the variable and the value without
   *     credentials
   */
  public static ProxyAddress parse(String variable, String value) {
    String text = value.strip();
    if (OTHER_SCHEME.matcher(text).matches()) {
      throw invalid(variable, text, "it must begin with http://, which is also right for HTTPS");
    }
    String rest =
        text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? text.substring(SCHEME.length())
            : text;
    int at = rest.lastIndexOf('@');
    Matcher server = SERVER.matcher(rest.substring(at + 1));
    if (!server.matches()) {
      throw invalid(
          variable, text, "it must be http://HOST:PORT or http://USER:PASSWORD@HOST:PORT");
    }
    int port = server.group(2) == null ? HTTP : Integer.parseInt(server.group(2));
    if (port < 1 || port > MAX_PORT) {
      throw invalid(variable, text, "its port must be 1 to " + MAX_PORT);
    }
    String host = server.group(1).replaceAll("[\\[\\]]", "");
    if (at < 0) {
      return new ProxyAddress(host, port, null, null);
    }
    String[] credentials = rest.substring(0, at).split(":", 2);
    try {
      return new ProxyAddress(
          host,
          port,
          decoded(credentials[0]),
          credentials.length == 1 ? "" : decoded(credentials[1]));
    } catch (IllegalArgumentException e) {
      throw invalid(
          variable, text, "in user and password, % must be followed by two hexadecimal digits");
    }
  }

  /** Unlike in a form, a plus stands for itself. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException invalid(String variable, String value, String rule) {
    String host = CREDENTIALS.matcher(value).replaceFirst("***@");
    return new IllegalArgumentException(
        "%s is \"%s\"; %s"
            .formatted(variable, PASSWORD_ALONE.matcher(host).replaceFirst("$1***"), rule));
  }

  /** Whether a connection to this host and port is one to this proxy. */
  public boolean isAt(String otherHost, int otherPort) {
    return host.equals(otherHost) && port == otherPort;
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return SCHEME + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
