package io.dlpo.optimizer.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Refuses what another site's page made a browser send, before anything else looks at it. */
@ApplicationScoped
class OriginFilter {

  private static final int FIRST = 10_000;
  private static final int FORBIDDEN = 403;

  private final Access access;

  OriginFilter(Access access) {
    this.access = access;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, FIRST);
  }

  private void filter(RoutingContext context) {
    HttpServerRequest request = context.request();
    new RequestOrigin(
            request.method().name(),
            host(request),
            request.getHeader("Origin"),
            request.getHeader("Sec-Fetch-Site"))
        .refusal(isInside(context) ? HostNames.ANY : access.hosts())
        .ifPresentOrElse(why -> refuse(context, why), context::next);
  }

  /**
   * Health and metrics, which orchestrators ask for by addresses. Everything else is held to names,
   * however its path is spelt.
   */
  private static boolean isInside(RoutingContext context) {
    return context.normalizedPath().startsWith("/q/");
  }

  /** HTTP/2 has no header {@code Host}; its {@code :authority} says the same. */
  private static @Nullable String host(HttpServerRequest request) {
    String header = request.getHeader("Host");
    HostAndPort authority = request.authority();
    return header == null && authority != null ? authority.toString() : header;
  }

  private static void refuse(RoutingContext context, String why) {
    context
        .response()
        .setStatusCode(FORBIDDEN)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", "about:blank")
                .put("title", "Forbidden")
                .put("status", FORBIDDEN)
                .put("detail", why)
                .encode());
  }
}
