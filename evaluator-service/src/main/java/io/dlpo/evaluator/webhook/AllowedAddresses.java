package io.dlpo.evaluator.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an allowed host may turn out to be. Whoever owns its name could point it at an address of
 * the evaluator's own machine or cloud that hands out credentials; such an address is called only
 * if it was itself allowed. Answers and references go over an open network only encrypted.
 *
 * @param plainHttp whether http is allowed to addresses that are not private
 */
record AllowedAddresses(boolean plainHttp) {

  private static final int UNIQUE_LOCAL = 0xFC;
  private static final int UNIQUE_LOCAL_MASK = 0xFE;

  /** Where clouds keep their metadata, beside the link-local 169.254.169.254. */
  private static final Set<String> METADATA =
      Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192");

  /**
   * Why an address may not be called, for the user; empty if it may.
   *
   * @param target whose host was allowed
   * @param addresses all that its host's name stands for; none if it is not known
   */
  Optional<String> refusal(URI target, List<InetAddress> addresses) {
    return addresses.stream().flatMap(address -> refusal(target, address).stream()).findFirst();
  }

  private Optional<String> refusal(URI target, InetAddress address) {
    String host = target.getHost();
    if (isInfrastructure(address) && !isLiteral(host)) {
      return Optional.of(
          "host %s stands for %s, which is a link-local, metadata or multicast address; allowed are others, unless dlpo.evaluator.webhook-hosts names the address itself and the url uses it"
              .formatted(host, address.getHostAddress()));
    }
    boolean isOpen = target.getScheme().toLowerCase(Locale.ROOT).equals("http");
    if (isOpen && !plainHttp && !isPrivate(address)) {
      return Optional.of(
          "host %s stands for %s, which is no private address; allowed there is https, or http with dlpo.evaluator.webhook-plain-http=true"
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
