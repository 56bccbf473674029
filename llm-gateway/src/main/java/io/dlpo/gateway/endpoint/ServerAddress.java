package io.dlpo.gateway.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where an endpoint is, without path and secrets.
 *
 * @param host name or IP address
 * @param port number of the port, also if the address leaves it to its scheme
 */
public record ServerAddress(String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** The server of a URL; empty if the URL names no host. */
  public static Optional<ServerAddress> of(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null) {
        return Optional.empty();
      }
      int standard = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
      return Optional.of(
          new ServerAddress(uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
