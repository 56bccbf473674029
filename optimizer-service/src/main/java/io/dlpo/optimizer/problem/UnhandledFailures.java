package io.dlpo.optimizer.problem;

import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers the failures that no exception mapper handles: errors of this program, and what the
 * server refuses before it reaches an endpoint. Takes the place of Quarkus' error page, which names
 * classes.
 */
@ApplicationScoped
class UnhandledFailures {

  private static final Logger LOG = Logger.getLogger(UnhandledFailures.class);

  /** After the handlers of all endpoints and before Quarkus' error page. */
  private static final int ORDER = Integer.MAX_VALUE - 1;

  private static final int UNAVAILABLE = 503;

  void register(@Observes Router router) {
    router.route().order(ORDER).failureHandler(UnhandledFailures::answer);
  }

  private static void answer(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof SecurityException
        || failure instanceof AuthenticationRedirectException) {
      // Other handlers redirect, or pass them to the exception mappers.
      context.next();
    } else if (failure instanceof IOException) {
      LOG.debugf(failure, "the client of %s is gone", asked(context));
      end(context);
    } else {
      answer(context, problem(context.statusCode(), failure), failure);
    }
  }

  private static void answer(
      RoutingContext context, ProblemBody problem, @Nullable Throwable failure) {
    if (failure != null && problem.status() >= ProblemBody.SERVER_ERROR) {
      ErrorLog.write(problem, asked(context), failure);
    }
    if (context.response().headWritten()) {
      end(context);
    } else {
      ProblemResponse.of(problem).send(context);
    }
  }

  /**
   * Describes a failure without the words of its exception, which may name classes, hosts or data.
   *
   * @param status as the server determined it; not positive if it did not
   */
  static ProblemBody problem(int status, @Nullable Throwable failure) {
    if (failure instanceof RejectedExecutionException) {
      return ProblemBody.of(UNAVAILABLE, "too many requests are in flight; ask again soon");
    }
    if (status >= ProblemBody.SERVER_ERROR || status <= 0) {
      return ProblemBody.of(
          status <= 0 ? ProblemBody.SERVER_ERROR : status,
          "an error of the optimizer; its log has the cause under this error id");
    }
    return ProblemBody.of(status, "the server cannot read the request");
  }

  /** Without the query, which may have a code of the sign-in. */
  private static String asked(RoutingContext context) {
    HttpServerRequest request = context.request();
    return request.method() + " " + request.path();
  }

  private static void end(RoutingContext context) {
    if (!context.response().ended()) {
      context.response().end();
    }
  }
}
