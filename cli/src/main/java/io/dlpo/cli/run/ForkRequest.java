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
 * What is asked of a fork.
 *
 * @param step after which it goes on
 * @param settings each as {@code key=value}
 * @param runId an id for it; null for one that is drawn
 */
public record ForkRequest(int step, List<String> settings, @Nullable String runId) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  public ForkRequest {
    settings = List.copyOf(settings);
  }

  /**
   * As REST takes it.
   *
   * @throws CliException naming a setting that is no {@code key=value}, or is there twice
   */
  public ObjectNode body() {
    ObjectNode body = JSON.createObjectNode().put("step", step);
    ObjectNode set = body.putObject("set");
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw refused("--set is '%s'; allowed is key=value, such as seed=7".formatted(setting));
      }
      String key = setting.substring(0, equals);
      if (set.has(key)) {
        throw refused("--set %s is there twice; allowed is one value for each key".formatted(key));
      }
      set.set(key, value(setting.substring(equals + 1)));
    }
    if (runId != null) {
      body.put("runId", runId);
    }
    return body;
  }

  /** JSON if it can be read as such, a text if not: 7, 0.1, true, linear. */
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
