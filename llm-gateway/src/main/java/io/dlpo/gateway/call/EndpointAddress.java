package io.dlpo.gateway.call;

import java.net.URI;
import java.net.URISyntaxException;

/** An endpoint's address without secrets. */
final class EndpointAddress {

  private EndpointAddress() {}

  /**
   * Scheme, host, port and path. User, query and fragment are left out because they may hold a
   * secret.
   */
  static String redacted(String endpoint) {
    try {
      URI uri = new URI(endpoint);
      return uri.getHost() == null
          ? "address without a host"
          : new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null)
              .toString();
    } catch (URISyntaxException e) {
      return "invalid address";
    }
  }
}
