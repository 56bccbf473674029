package io.dlpo.optimizer.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses requests that no endpoint can read, before their bodies are read. */
@ApplicationScoped
class RequestChecks {

  /** After the check of the origin, before authentication. */
  private static final int PRIORITY = 9_000;

  private static final String ACCEPT = "Accept";

  private final long maxBytes;

  RequestChecks(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
    this.maxBytes = maxBody.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    acceptTheOnlyForm(request);
    RequestForm.of(request)
        .refusal(maxBytes)
        .ifPresentOrElse(refusal -> refusal.send(context), context::next);
  }

  /**
   * Each path has one form of response, so there is nothing to negotiate. RFC 9110 allows to
   * disregard the header then; the framework would refuse the request, even where the thing asked
   * for does not exist.
   */
  private static void acceptTheOnlyForm(HttpServerRequest request) {
    if (request.headers().contains(ACCEPT)) {
      request.headers().add(ACCEPT, "*/*");
    }
  }
}
