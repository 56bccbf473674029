package io.dlpo.gateway.proxy;

import io.dlpo.gateway.endpoint.ServerAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which endpoint is called through which proxy. Pure.
 *
 * @param https for addresses with https
 * @param http for addresses with http
 * @param exceptions hosts that are called directly
 */
public record ProxyRules(
    Optional<ProxyAddress> https, Optional<ProxyAddress> http, ProxyExceptions exceptions) {

  private static final String HTTPS = "HTTPS_PROXY";
  private static final String HTTP = "HTTP_PROXY";

  /**
   * The rules of an environment. A blank value counts as not set.
   *
   * @throws IllegalArgumentException if a value is malformed
   */
  public static ProxyRules of(ProxySettings settings) {
    return new ProxyRules(
        proxy(HTTPS, settings.https()),
        proxy(HTTP, settings.http()),
        ProxyExceptions.parse("NO_PROXY", settings.except().orElse("")));
  }

  private static Optional<ProxyAddress> proxy(String variable, Optional<String> value) {
    return value.filter(text -> !text.isBlank()).map(text -> ProxyAddress.parse(variable, text));
  }

  /** The proxy for an address; empty if it is called directly. */
  public Optional<ProxyAddress> proxyFor(String url) {
    boolean direct =
        ServerAddress.of(url)
            .filter(server -> exceptions.cover(server.host(), server.port()))
            .isPresent();
    return direct ? Optional.empty() : isHttps(url) ? https : http;
  }

  /** The environment variable of the proxy for an address. */
  public static String variableFor(String url) {
    return isHttps(url) ? HTTPS : HTTP;
  }

  /** All proxies. */
  public Stream<ProxyAddress> proxies() {
    return Stream.concat(https.stream(), http.stream());
  }

  private static boolean isHttps(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("https:");
  }
}
