package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to fork a run.
 *
 * @param step the last step to inherit from the parent run; null if missing
 * @param set the settings that differ from the parent run, by key
 * @param runId the id of the fork; null for a generated id
 */
record ForkBody(@Nullable Integer step, Map<String, JsonNode> set, @Nullable String runId) {

  private static final List<String> KEYS = List.of("step", "set", "runId");

  /**
   * Parses a request body.
   *
   * @throws RefusedException naming all errors in the body
   */
  static ForkBody read(byte[] sent) {
    JsonNode body = SpecBody.read(sent, false);
    List<Problem> problems = new ArrayList<>();
    if (!body.isObject()) {
      throw new RefusedException(
          Problem.of(
              "body",
              body.isMissingNode() ? null : body.toString(),
              "an object with the keys step, set and runId"));
    }
    body.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                problems.add(
                    new Problem(
                        key,
                        body.path(key).toString(),
                        "step, set or runId",
                        key + " is an unknown key; must be step, set or runId"));
              }
            });
    JsonNode step = body.path("step");
    if (given(step) && !(step.isIntegralNumber() && step.canConvertToInt())) {
      problems.add(Problem.of("step", step.toString(), "the number of a step, 1 or more"));
    }
    JsonNode set = body.path("set");
    if (given(set) && !set.isObject()) {
      problems.add(
          Problem.of(
              "set", set.toString(), "an object with keys and values, such as {\"seed\": 7}"));
    }
    JsonNode runId = body.path("runId");
    if (given(runId) && !runId.isTextual()) {
      problems.add(Problem.of("runId", runId.toString(), "a string"));
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    Map<String, JsonNode> values = new LinkedHashMap<>();
    set.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return new ForkBody(
        given(step) ? step.intValue() : null, values, given(runId) ? runId.textValue() : null);
  }

  private static boolean given(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }
}
