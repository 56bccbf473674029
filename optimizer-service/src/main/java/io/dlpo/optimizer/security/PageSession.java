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
 * OIDC tenant {@code pages}. The default tenant takes the tokens of all other callers.
 */
@ApplicationScoped
class PageSession implements TenantResolver, JavaScriptRequestChecker {

  private static final String TENANT = "pages";
  private static final String COOKIE = OidcUtils.SESSION_COOKIE_NAME + "_" + TENANT;

  private final Access access;

  PageSession(Access access) {
    this.access = access;
  }

  @Override
  public String resolve(RoutingContext context) {
    SessionRequest request = request(context);
    return access.offersSignIn() && (request.isSignIn() || request.isOfSession())
        ? TENANT
        : OidcUtils.DEFAULT_TENANT_ID;
  }

  /** Only the sign-in itself is redirected to the issuer. REST says 401. */
  @Override
  public boolean isJavaScriptRequest(RoutingContext context) {
    return !request(context).isSignIn();
  }

  /** The names of the request's session cookies; a long session has several. */
  static List<String> cookies(HttpServerRequest request) {
    return request.cookies().stream()
        .map(Cookie::getName)
        .filter(name -> name.startsWith(COOKIE))
        .toList();
  }

  private static SessionRequest request(RoutingContext context) {
    HttpServerRequest request = context.request();
    return new SessionRequest(
        request.method().name(),
        context.normalizedPath(),
        !cookies(request).isEmpty(),
        request.getHeader("Authorization") != null
            || request.getHeader(ApiKeyMechanism.HEADER) != null,
        CsrfToken.of(request),
        request.getHeader(CsrfToken.HEADER));
  }
}
