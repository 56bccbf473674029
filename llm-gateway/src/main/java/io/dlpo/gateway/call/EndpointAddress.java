package io.dlpo.gateway.call;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of an endpoint as anybody may see it. */
final class EndpointAddress {

  private EndpointAddress() {}

  /** Scheme, host, port and path: user, query and fragment may hold a secret. */
  static String shown(String endpoint) {
    try {
      URI uri = new URI(endpoint);
      return uri.getHost() == null
          ? "no address with a host"
          : new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null)
              .toString();
    } catch (URISyntaxException e) {
      return "no address";
    }
  }
}
