package io.dlpo.optimizer.problem;

import io.dlpo.core.refusal.RefusedException;
import io.dlpo.events.fault.NewerVersionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.TreeSet;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Maps exceptions of endpoints and of the access control to problem bodies. {@link
 * UnhandledFailures} answers all others.
 */
class Problems {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  @ServerExceptionMapper
  RestResponse<ProblemBody> refused(RefusedException refused) {
    return response(
        ProblemBody.of(ProblemBody.UNPROCESSABLE, refused.getMessage(), refused.problems()));
  }

  /** In a rolling upgrade, another instance answers; the next request may reach it. */
  @ServerExceptionMapper
  RestResponse<ProblemBody> newer(NewerVersionException unknown) {
    return response(
        ProblemBody.of(
            UNAVAILABLE, unknown.getMessage() + "; ask again when the upgrade is complete"));
  }

  /** The request needs the broker, which is unreachable or refuses the operation. */
  @ServerExceptionMapper
  RestResponse<ProblemBody> broker(KafkaException fault) {
    String detail =
        fault instanceof TopicAuthorizationException refused
            ? "the broker denies the optimizer access to topics %s; grant its Kafka user the operations Read and Write"
                .formatted(new TreeSet<>(refused.unauthorizedTopics()))
            : "the broker did not process the request: %s; try again later"
                .formatted(fault.getMessage());
    ProblemBody problem = ProblemBody.of(UNAVAILABLE, detail);
    ErrorLog.write(problem, "a request that needs the broker", fault);
    return response(problem);
  }

  /** No endpoint throws the framework's own kinds, whose messages name its annotations. */
  @ServerExceptionMapper
  RestResponse<ProblemBody> other(WebApplicationException exception) {
    int status = exception.getResponse().getStatus();
    String detail =
        switch (exception) {
          case NotSupportedException unsupported ->
              "the media type of the body is not one that this path takes; /api/openapi lists them";
          case NotAcceptableException unacceptable ->
              "this path has no response of a media type in the header Accept; /api/openapi lists"
                  + " them";
          default -> String.valueOf(exception.getMessage());
        };
    ProblemBody problem = ProblemBody.of(status, detail);
    if (status >= ProblemBody.SERVER_ERROR) {
      ErrorLog.write(problem, "a request", exception);
    }
    return response(problem);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Uni<RestResponse<ProblemBody>> unauthorized(RuntimeException exception, RoutingContext context) {
    ProblemBody problem =
        ProblemBody.of(
            UNAUTHORIZED,
            exception instanceof UnauthorizedException
                ? "this needs an API key or a token; the header WWW-Authenticate says how to send"
                    + " it"
                : "the API key or the token is not valid, or no longer");
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    return authenticator
        .getChallenge(context)
        .map(challenge -> response(problem, challenge))
        .onFailure()
        .recoverWithItem(() -> response(problem));
  }

  @ServerExceptionMapper
  RestResponse<ProblemBody> forbidden(ForbiddenException exception) {
    String reason = exception.getMessage();
    return response(ProblemBody.of(FORBIDDEN, reason == null ? "this needs another role" : reason));
  }

  private static RestResponse<ProblemBody> response(ProblemBody problem) {
    return builder(problem).build();
  }

  private static RestResponse<ProblemBody> response(
      ProblemBody problem, @Nullable ChallengeData challenge) {
    RestResponse.ResponseBuilder<ProblemBody> builder = builder(problem);
    if (challenge != null) {
      challenge.getHeaders().forEach((name, value) -> builder.header(name.toString(), value));
    }
    return builder.build();
  }

  private static RestResponse.ResponseBuilder<ProblemBody> builder(ProblemBody problem) {
    return RestResponse.ResponseBuilder.<ProblemBody>create(problem.status())
        .entity(problem)
        .type(ProblemBody.MEDIA_TYPE);
  }
}
