package io.dlpo.optimizer.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * An API key that a page keeps in a cookie. Scripts cannot read the cookie, and browsers send it
 * with requests of this site's own pages only. A request that changes something must also have a
 * token that is derived from the key, so that all replicas know it and none stores it.
 *
 * @param value the key; may be unknown
 */
record PageKey(String value) {

  /** The header with the token. */
  static final String TOKEN_HEADER = "X-CSRF-Token";

  static final String COOKIE = "dlpo-key";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
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
    return cookie(encoded, secure);
  }

  /** A cookie that removes the key from the browser. */
  static Cookie removal() {
    return cookie("", false).setMaxAge(0);
  }

  private static Cookie cookie(String text, boolean secure) {
    return Cookie.cookie(COOKIE, text)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }

  /** Whether the request changes nothing or has the token. */
  boolean allows(HttpServerRequest request) {
    return allows(request.method().name(), request.getHeader(TOKEN_HEADER));
  }

  boolean allows(String method, @Nullable String token) {
    return SAFE.contains(method)
        || (token != null
            && MessageDigest.isEqual(
                token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)));
  }

  /** The token that changes need. */
  String token() {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), MAC));
      return HexFormat.of().formatHex(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
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
