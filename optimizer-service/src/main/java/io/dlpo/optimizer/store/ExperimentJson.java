package io.dlpo.optimizer.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.optimizer.experiment.CellResult;

/** What is stored of experiments as JSON. */
final class ExperimentJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ExperimentJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  static ObjectNode spec(String json) {
    return (ObjectNode) read(() -> MAPPER.readTree(json));
  }

  static CellResult result(String json) {
    return read(() -> MAPPER.readValue(json, CellResult.class));
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
