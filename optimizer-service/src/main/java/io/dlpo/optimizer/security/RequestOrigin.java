package io.dlpo.optimizer.security;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a request according to the browser. A page of another site can make a browser send
 * requests to this service with the user's network access; such requests are refused.
 *
 * @param method the HTTP method
 * @param host the header {@code Host}
 * @param origin the header {@code Origin}; null outside of browsers
 * @param fetchSite the header {@code Sec-Fetch-Site}; null outside of browsers
 */
record RequestOrigin(
    String method, @Nullable String host, @Nullable String origin, @Nullable String fetchSite) {

  private static final Set<String> OWN = Set.of("same-origin", "none");

  /**
   * Returns why the request is refused, or empty if it is accepted.
   *
   * @param names the accepted host names
   */
  Optional<String> refusal(HostNames names) {
    if (!names.allow(host)) {
      return Optional.of(
          "host is '%s'; must be one of %s; set DLPO_SECURITY_HOSTS to accept others"
              .formatted(host, names));
    }
    if (CsrfToken.isSafe(method)) {
      return Optional.empty();
    }
    boolean foreignPage = fetchSite != null && !OWN.contains(fetchSite);
    if (foreignPage || (origin != null && !isOwn(origin))) {
      return Optional.of(
          "a page of another site (%s) cannot change anything here".formatted(origin));
    }
    return Optional.empty();
  }

  private boolean isOwn(String address) {
    try {
      return host != null && host.equals(URI.create(address).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
