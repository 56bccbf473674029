package io.dlpo.optimizer.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page must send in the header {@code X-CSRF-Token} with a request that changes something,
 * if a cookie authenticates it. Only this service's own pages can know it.
 *
 * @param value the token
 */
record CsrfToken(String value) {

  static final String HEADER = "X-CSRF-Token";

  /** Keeps the token of a browser that is signed in with the issuer. Scripts cannot read it. */
  static final String COOKIE = "dlpo-csrf";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The token in the request's cookie; empty if there is none. */
  static Optional<CsrfToken> of(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(COOKIE))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .map(CsrfToken::new);
  }

  /** A token that nobody can guess. */
  static CsrfToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new CsrfToken(HexFormat.of().formatHex(bytes));
  }

  /** Whether the method changes nothing. */
  static boolean isSafe(String method) {
    return SAFE.contains(method);
  }

  /** A cookie that lasts as long as the browser is open. */
  Cookie cookie(boolean secure) {
    return PageCookie.of(COOKIE, value, secure);
  }

  /** Whether the request changes nothing or has the token in its header. */
  boolean allows(HttpServerRequest request) {
    return allows(request.method().name(), request.getHeader(HEADER));
  }

  boolean allows(String method, @Nullable String header) {
    return isSafe(method)
        || (header != null
            && MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8)));
  }

  /** Does not show the token. */
  @Override
  public String toString() {
    return "CsrfToken";
  }
}
