package io.dlpo.optimizer.rest;

import io.dlpo.core.refusal.Problem;
import java.util.List;

/**
 * An error as users get it (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says what kind it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong, in a sentence
 * @param errors each thing that is wrong
 */
public record ProblemBody(
    String type, String title, int status, String detail, List<Problem> errors) {

  static final String MEDIA_TYPE = "application/problem+json";
}
