package io.dlpo.optimizer.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An API key that a page keeps in a cookie. Scripts cannot read the cookie, and browsers send it
 * with requests of this site's own pages only. A request that changes something must also have a
 * token that is derived from the key, so that all replicas know it and none stores it.
 *
 * @param value the key; may be unknown
 */
record PageKey(String value) {

  static final String COOKIE = "dlpo-key";

  private static final String MAC = "HmacSHA256";
  private static final String PURPOSE = "dlpo csrf";

  /** The key in the request's cookie; empty if there is none. */
  static Optional<PageKey> of(HttpServerRequest request) {
    Cookie cookie = request.getCookie(COOKIE);
    return cookie == null ? Optional.empty() : decoded(cookie.getValue());
  }

  static Optional<PageKey> decoded(String cookie) {
    try {
      byte[] key = Base64.getUrlDecoder().decode(cookie);
      return key.length == 0
          ? Optional.empty()
          : Optional.of(new PageKey(new String(key, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A cookie that lasts as long as the browser is open. */
  Cookie cookie(boolean secure) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(value.getBytes(StandardCharsets.UTF_8));
    return PageCookie.of(COOKIE, encoded, secure);
  }

  /** Whether the request changes nothing or has the token. */
  boolean allows(HttpServerRequest request) {
    return token().allows(request);
  }

  /** The token that changes need. */
  CsrfToken token() {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), MAC));
      return new CsrfToken(
          HexFormat.of().formatHex(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }

  /** Does not show the key. */
  @Override
  public String toString() {
    return "PageKey";
  }
}
