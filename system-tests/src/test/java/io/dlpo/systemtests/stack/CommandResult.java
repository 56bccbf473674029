package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The result of a command.
 *
 * @param exitStatus the exit status
 * @param out the standard output
 * @param err the standard error
 */
public record CommandResult(int exitStatus, String out, String err) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Parses the standard output as one JSON object. */
  public JsonNode json() {
    try {
      return MAPPER.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("standard output is no JSON: " + this, e);
    }
  }

  /** Both outputs, for tests that accept either. */
  public String text() {
    return out + err;
  }

  /** Returns this result if the status is as expected; otherwise fails and shows the outputs. */
  public CommandResult expect(int status) {
    if (exitStatus != status) {
      throw new AssertionError("exit status is not " + status + ": " + this);
    }
    return this;
  }
}
