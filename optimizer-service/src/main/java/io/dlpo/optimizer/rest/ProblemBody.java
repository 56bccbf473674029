package io.dlpo.optimizer.rest;

import io.dlpo.core.refusal.Problem;
import java.util.List;

/**
 * An error response (RFC 9457).
 *
 * @param type always {@code about:blank}: the status identifies the kind of error
 * @param title the reason phrase of the status
 * @param status the HTTP status
 * @param detail a sentence that describes the error
 * @param errors the individual errors
 */
public record ProblemBody(
    String type, String title, int status, String detail, List<Problem> errors) {

  static final String MEDIA_TYPE = "application/problem+json";
}
