package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.refusal.Problem;
import io.dlpo.optimizer.refusal.RefusedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns exceptions into problem bodies. */
class Problems {

  private static final int UNPROCESSABLE = 422;

  @ServerExceptionMapper
  RestResponse<ProblemBody> refused(RefusedException refused) {
    return body(UNPROCESSABLE, "Unprocessable Content", refused.getMessage(), refused.problems());
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
