package io.dlpo.optimizer.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.core.dataset.Row;
import io.dlpo.core.registry.PromotedPrompt;
import io.dlpo.core.step.StepRecord;
import io.dlpo.studies.experiment.CellResult;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Maps stored JSON. Uses a separate mapper, because the injected one may be customised for REST.
 */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};
  private static final TypeReference<TreeMap<PromptLabel, Integer>> LABELS =
      new TypeReference<>() {};

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  static StepRecord step(String json) {
    return read(() -> MAPPER.readValue(json, StepRecord.class));
  }

  static ForkPoint fork(String json) {
    return read(() -> MAPPER.readValue(json, ForkPoint.class));
  }

  static List<Row> rows(String json) {
    return read(() -> MAPPER.readValue(json, ROWS));
  }

  static CellResult result(String json) {
    return read(() -> MAPPER.readValue(json, CellResult.class));
  }

  static PromotedPrompt promoted(String json) {
    return read(() -> MAPPER.readValue(json, PromotedPrompt.class));
  }

  static SortedMap<PromptLabel, Integer> labels(String json) {
    return read(() -> MAPPER.readValue(json, LABELS));
  }

  static ObjectNode object(String json) {
    return (ObjectNode) tree(json);
  }

  static JsonNode tree(String json) {
    return read(() -> MAPPER.readTree(json));
  }

  private interface Reading<T> {
    T read() throws JsonProcessingException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read what was stored: " + e.getOriginalMessage(), e);
    }
  }
}
