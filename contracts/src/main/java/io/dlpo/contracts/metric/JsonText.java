package io.dlpo.contracts.metric;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Strict JSON (RFC 8259): one value and nothing after it. Decimals keep all their digits. */
public final class JsonText {

  /** Maximum nesting depth. */
  public static final int MAX_DEPTH = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  /**
   * Reads a value.
   *
   * @throws JsonProcessingException if the text is not JSON; the message says where and why
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    JsonNode value = MAPPER.readTree(text);
    if (value.isMissingNode()) {
      throw new JsonParseException(null, "the text is blank");
    }
    return value;
  }
}
