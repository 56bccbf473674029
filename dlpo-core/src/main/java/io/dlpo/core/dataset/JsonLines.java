package io.dlpo.core.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files with one JSON object per line; blank lines are skipped. */
final class JsonLines {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Keeps all digits: a reference of 1.10 must not become 1.1.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Creates a row from its columns. */
  @FunctionalInterface
  interface RowReader {
    Row read(int number, Map<String, String> columns) throws BrokenRowException;
  }

  private JsonLines() {}

  static List<Row> parse(byte[] file, RowReader reader) {
    List<Row> rows = new ArrayList<>();
    BrokenRows broken = new BrokenRows("line");
    // By line feed alone: JSON texts may contain the other line separators of Unicode.
    String[] lines = Utf8.text(file).split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        try {
          rows.add(reader.read(rows.size() + 1, columns(lines[i])));
        } catch (BrokenRowException e) {
          broken.add(i + 1L, lines[i], "cannot be read, " + e.getMessage());
        }
      }
    }
    broken.refuse();
    return rows;
  }

  private static Map<String, String> columns(String line) throws BrokenRowException {
    try {
      return columns(MAPPER.readTree(line));
    } catch (JsonProcessingException e) {
      throw new BrokenRowException("it is not valid JSON (" + e.getOriginalMessage() + ")");
    }
  }

  /** An object's properties as strings; numbers and objects as JSON. */
  static Map<String, String> columns(JsonNode node) throws BrokenRowException {
    if (!node.isObject()) {
      throw new BrokenRowException("it is not a JSON object");
    }
    Map<String, String> columns = new LinkedHashMap<>();
    node.properties()
        .forEach(
            property -> {
              JsonNode value = property.getValue();
              if (!value.isNull()) {
                columns.put(
                    property.getKey(), value.isTextual() ? value.textValue() : value.toString());
              }
            });
    if (columns.values().stream().anyMatch(JsonLines::hasHalfACharacter)) {
      throw new BrokenRowException("it has half of a surrogate pair");
    }
    return columns;
  }

  /** JSON can contain unpaired surrogates, which UTF-8 cannot encode in an event. */
  private static boolean hasHalfACharacter(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
