package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.optimizer.refusal.Problem;
import io.dlpo.optimizer.refusal.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A spec as it was sent: JSON or YAML. */
final class SpecBody {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private SpecBody() {}

  /**
   * The spec's tree.
   *
   * @throws RefusedException naming the line that cannot be read
   */
  static JsonNode read(byte[] body, boolean yaml) {
    try {
      return (yaml ? YAML : JSON).readTree(body);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String format = yaml ? "YAML" : "JSON";
      throw new RefusedException(
          new Problem(
              "line " + line,
              null,
              format,
              "line %d is no %s: %s".formatted(line, format, e.getOriginalMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
