package io.dlpo.evaluator.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Restricts the addresses of allowed hosts. The owner of a host name could point it to an address
 * inside the evaluator's machine or cloud that gives out credentials; such an address is called
 * only if the address itself is allowed. Answers and references are sent over public networks only
 * encrypted.
 *
 * @param plainHttp whether http is allowed to public addresses
 */
record AllowedAddresses(boolean plainHttp) {

  private static final int UNIQUE_LOCAL = 0xFC;
  private static final int UNIQUE_LOCAL_MASK = 0xFE;

  /** Metadata services of clouds, besides the link-local 169.254.169.254. */
  private static final Set<String> METADATA =
      Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192");

  /**
   * Why an address must not be called, for the user; empty if it may be called.
   *
   * @param target the URL, whose host is allowed
   * @param addresses all addresses of the host; empty if it is unknown
   */
  Optional<String> refusal(URI target, List<InetAddress> addresses) {
    return addresses.stream().flatMap(address -> refusal(target, address).stream()).findFirst();
  }

  private Optional<String> refusal(URI target, InetAddress address) {
    String host = target.getHost();
    if (isInfrastructure(address) && !isLiteral(host)) {
      return Optional.of(
          "host %s resolves to %s, a link-local, metadata or multicast address; to call it, list the address itself in dlpo.evaluator.webhook-hosts and use it in the url"
              .formatted(host, address.getHostAddress()));
    }
    boolean isOpen = target.getScheme().toLowerCase(Locale.ROOT).equals("http");
    if (isOpen && !plainHttp && !isPrivate(address)) {
      return Optional.of(
          "host %s resolves to %s, a public address; use https, or set dlpo.evaluator.webhook-plain-http=true"
              .formatted(host, address.getHostAddress()));
    }
    return Optional.empty();
  }

  private static boolean isInfrastructure(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address.getHostAddress());
  }

  private static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address
            && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
  }

  private static boolean isLiteral(String host) {
    return host.startsWith("[") || host.matches("[0-9]+(\\.[0-9]+){3}");
  }
}
