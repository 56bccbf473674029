package io.dlpo.optimizer.security;

import io.dlpo.optimizer.problem.ProblemBody;
import io.dlpo.optimizer.problem.ProblemResponse;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Refuses cross-site requests from browsers before any other handler runs. */
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
   * Health and metrics endpoints, which orchestrators call by IP address. The check uses the
   * normalized path, so other spellings of a path cannot bypass it.
   */
  private static boolean isInside(RoutingContext context) {
    return context.normalizedPath().startsWith("/q/");
  }

  /** HTTP/2 uses {@code :authority} instead of the {@code Host} header. */
  private static @Nullable String host(HttpServerRequest request) {
    String header = request.getHeader("Host");
    HostAndPort authority = request.authority();
    return header == null && authority != null ? authority.toString() : header;
  }

  private static void refuse(RoutingContext context, String why) {
    ProblemResponse.of(ProblemBody.of(FORBIDDEN, why)).send(context);
  }
}
