package io.dlpo.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request to fork a run.
 *
 * @param step the step after which the new run continues
 * @param settings each as {@code key=value}
 * @param runId id of the new run; null to have one generated
 */
public record ForkRequest(int step, List<String> settings, @Nullable String runId) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  public ForkRequest {
    settings = List.copyOf(settings);
  }

  /**
   * The body of the REST request.
   *
   * @throws CliException if a setting is not {@code key=value} or is given twice
   */
  public ObjectNode body() {
    ObjectNode body = JSON.createObjectNode().put("step", step);
    ObjectNode set = body.putObject("set");
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw refused("--set is '%s'; must be KEY=VALUE, such as seed=7".formatted(setting));
      }
      String key = setting.substring(0, equals);
      if (set.has(key)) {
        throw refused("--set has %s twice; use each key once".formatted(key));
      }
      set.set(key, value(setting.substring(equals + 1)));
    }
    if (runId != null) {
      body.put("runId", runId);
    }
    return body;
  }

  /** JSON where the text is JSON, such as 7, 0.1 or true; otherwise a string. */
  private static JsonNode value(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      return read.isMissingNode() ? JSON.getNodeFactory().textNode(text) : read;
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(text);
    }
  }

  private static CliException refused(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }
}
