package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a command left behind.
 *
 * @param exitStatus of the process
 * @param out standard output
 * @param err standard error
 */
public record CommandResult(int exitStatus, String out, String err) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The one JSON object on standard output. */
  public JsonNode json() {
    try {
      return MAPPER.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("standard output is no JSON: " + this, e);
    }
  }

  /** Both outputs, for a test that does not care which. */
  public String text() {
    return out + err;
  }

  /** Itself if the status is as expected, else an error that shows the outputs. */
  public CommandResult expect(int status) {
    if (exitStatus != status) {
      throw new AssertionError("exit status is not " + status + ": " + this);
    }
    return this;
  }
}
