package io.dlpo.optimizer.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;

/**
 * Cookies that scripts cannot read and browsers send with requests of this site's own pages only.
 */
final class PageCookie {

  private PageCookie() {}

  /**
   * A cookie that lasts as long as the browser is open.
   *
   * @param secure whether browsers send it with TLS only
   */
  static Cookie of(String name, String value, boolean secure) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }

  /** Removes a cookie from the browser. */
  static Cookie removal(String name) {
    return of(name, "", false).setMaxAge(0);
  }
}
