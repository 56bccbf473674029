package io.dlpo.optimizer.problem;

import io.dlpo.optimizer.RestResources;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers requests with a path or a method that no endpoint has. The framework would list the
 * methods of neighbouring paths, or none.
 */
@ApplicationScoped
class MethodFilter {

  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  private final AllowedMethods methods;

  MethodFilter(RestResources resources) {
    this.methods = AllowedMethods.of(resources.classes());
  }

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  Optional<RestResponse<ProblemBody>> filter(RoutingContext context) {
    String path = context.normalizedPath();
    String method = context.request().method().name();
    Set<String> allowed = methods.at(path);
    if (allowed.isEmpty()) {
      return Optional.of(
          response(
                  ProblemBody.of(
                      NOT_FOUND, "there is nothing at %s; see /api/openapi".formatted(path)))
              .build());
    }
    String list = String.join(", ", allowed);
    if (method.equals(HttpMethod.OPTIONS)) {
      return Optional.of(
          RestResponse.ResponseBuilder.<ProblemBody>ok().header(HttpHeaders.ALLOW, list).build());
    }
    if (!allowed.contains(method)) {
      return Optional.of(
          response(ProblemBody.of(NOT_ALLOWED, "%s takes %s; not %s".formatted(path, list, method)))
              .header(HttpHeaders.ALLOW, list)
              .build());
    }
    return Optional.empty();
  }

  private static RestResponse.ResponseBuilder<ProblemBody> response(ProblemBody problem) {
    return RestResponse.ResponseBuilder.<ProblemBody>create(problem.status())
        .entity(problem)
        .type(ProblemBody.MEDIA_TYPE);
  }
}
