package io.dlpo.optimizer.security;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The session of a browser that is signed in with the issuer, by the authorization code flow of the
 * OIDC tenant {@code pages}. The default tenant takes the tokens of all other callers. A session
 * counts for REST only, so that the frames of the pages and the sign-in are there for everybody,
 * also after a session has ended.
 */
@ApplicationScoped
class PageSession implements TenantResolver, JavaScriptRequestChecker {

  static final String SIGN_IN = "/session/sign-in";

  private static final String TENANT = "pages";
  private static final String COOKIE = OidcUtils.SESSION_COOKIE_NAME + "_" + TENANT;

  private final Access access;

  PageSession(Access access) {
    this.access = access;
  }

  @Override
  public String resolve(RoutingContext context) {
    return access.offersSignIn() && isOfPage(context) ? TENANT : OidcUtils.DEFAULT_TENANT_ID;
  }

  private static boolean isOfPage(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.equals(SIGN_IN)) {
      return true;
    }
    HttpServerRequest request = context.request();
    return (path.startsWith("/api/") || path.equals("/session"))
        && request.getHeader("Authorization") == null
        && request.getHeader(ApiKeyMechanism.HEADER) == null
        && !cookies(request).isEmpty()
        && mayAct(request);
  }

  /** A page has its token from a request that changes nothing. */
  private static boolean mayAct(HttpServerRequest request) {
    return CsrfToken.of(request)
        .map(token -> token.allows(request))
        .orElseGet(() -> CsrfToken.isSafe(request.method().name()));
  }

  /** Only the sign-in itself is redirected to the issuer. REST says 401. */
  @Override
  public boolean isJavaScriptRequest(RoutingContext context) {
    return !context.normalizedPath().equals(SIGN_IN);
  }

  /** The names of the request's session cookies; a long session has several. */
  static List<String> cookies(HttpServerRequest request) {
    return request.cookies().stream()
        .map(Cookie::getName)
        .filter(name -> name.startsWith(COOKIE))
        .toList();
  }
}
