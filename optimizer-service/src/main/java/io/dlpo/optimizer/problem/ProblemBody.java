package io.dlpo.optimizer.problem;

import io.dlpo.core.refusal.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/**
 * An error response (RFC 9457).
 *
 * @param type always {@code about:blank}: the status identifies the kind of error
 * @param title the reason phrase of the status
 * @param status the HTTP status
 * @param detail a sentence that describes the error
 * @param errorId identifies this response; the log has the same id for an error of the server
 * @param errors the individual errors
 */
public record ProblemBody(
    String type, String title, int status, String detail, String errorId, List<Problem> errors) {

  /** The media type of all error responses. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The request is well-formed, but a value in it is invalid. */
  static final int UNPROCESSABLE = 422;

  /** The first status of the errors that are not the client's. */
  static final int SERVER_ERROR = 500;

  public ProblemBody {
    errors = List.copyOf(errors);
  }

  /** A problem that the status and a sentence describe completely. */
  public static ProblemBody of(int status, String detail) {
    return of(status, detail, List.of());
  }

  /** A problem with its individual errors. */
  static ProblemBody of(int status, String detail, List<Problem> errors) {
    return new ProblemBody(
        "about:blank", title(status), status, detail, UUID.randomUUID().toString(), errors);
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    if (known != null) {
      return known.getReasonPhrase();
    }
    return status == UNPROCESSABLE ? "Unprocessable Content" : "Error";
  }
}
