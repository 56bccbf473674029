package io.dlpo.optimizer.rest;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps exceptions to problem bodies. */
class Problems {

  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  @ServerExceptionMapper
  RestResponse<ProblemBody> refused(RefusedException refused) {
    return body(UNPROCESSABLE, "Unprocessable Content", refused.getMessage(), refused.problems());
  }

  /** The request needs the broker, which is unreachable or refuses the operation. */
  @ServerExceptionMapper
  RestResponse<ProblemBody> broker(KafkaException fault) {
    String detail =
        fault instanceof TopicAuthorizationException refused
            ? "the broker does not let the optimizer at topics %s; give its Kafka user the operations Read and Write on them"
                .formatted(new TreeSet<>(refused.unauthorizedTopics()))
            : "the broker does not do it now: %s; ask again when it is well"
                .formatted(fault.getMessage());
    return body(UNAVAILABLE, "Service Unavailable", detail, List.of());
  }

  @ServerExceptionMapper
  RestResponse<ProblemBody> other(WebApplicationException exception) {
    Response.StatusType status = exception.getResponse().getStatusInfo();
    return body(
        status.getStatusCode(),
        status.getReasonPhrase(),
        String.valueOf(exception.getMessage()),
        List.of());
  }

  private static RestResponse<ProblemBody> body(
      int status, String title, String detail, List<Problem> errors) {
    return RestResponse.ResponseBuilder.<ProblemBody>create(status)
        .entity(new ProblemBody("about:blank", title, status, detail, errors))
        .type(ProblemBody.MEDIA_TYPE)
        .build();
  }
}
