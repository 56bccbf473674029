package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A spec as it was sent: JSON or YAML. A YAML alias is refused: it would be read as its name, and
 * aliases of aliases are how a short text becomes a very long one.
 */
final class SpecBody {

  /** Largest body in bytes; far more than any resolved spec may have. */
  static final int MAX_BYTES = 1_000_000;

  /** Deepest nesting of objects and lists. */
  static final int MAX_DEPTH = 50;

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
  private static final ObjectMapper JSON =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectMapper YAML =
      YAMLMapper.builder(YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private SpecBody() {}

  /**
   * The spec's tree.
   *
   * @throws RefusedException naming the line that cannot be read
   * @throws ClientErrorException with status 413 if the body is too large to be a spec
   */
  static JsonNode read(byte[] body, boolean yaml) {
    if (body.length > MAX_BYTES) {
      throw new ClientErrorException(
          "the spec is %d bytes; allowed are at most %d; hand rows in as a dataset"
              .formatted(body.length, MAX_BYTES),
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    String format = yaml ? "YAML" : "JSON";
    ObjectMapper mapper = yaml ? YAML : JSON;
    try {
      checkTokens(mapper, body, format);
      return mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw refused(e.getLocation(), format, "is no " + format + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkTokens(ObjectMapper mapper, byte[] body, String format)
      throws IOException {
    try (JsonParser parser = mapper.createParser(body)) {
      boolean complete = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (complete) {
          throw refused(
              parser.currentLocation(),
              "one " + format + " document",
              "begins a second document; a spec must be one");
        }
        complete =
            (token.isScalarValue() || token.isStructEnd()) && parser.getParsingContext().inRoot();
        if (token == JsonToken.VALUE_NUMBER_FLOAT && Double.isInfinite(parser.getDoubleValue())) {
          throw refused(
              parser.currentLocation(),
              "a number of 64-bit floating point",
              "has the number " + parser.getText() + ", which is too large");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
          throw refused(
              parser.currentLocation(),
              "a value in the place of the alias",
              "has the YAML alias *" + parser.getText() + "; write the value itself there");
        }
        boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        if (isText && hasHalfACharacter(parser.getText())) {
          throw refused(
              parser.currentLocation(),
              format + " of whole characters",
              "has half of a surrogate pair; write the whole character");
        }
      }
    }
  }

  /** JSON can spell what no encoding can hold; an event with it could never be written. */
  private static boolean hasHalfACharacter(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static RefusedException refused(JsonLocation location, String allowed, String problem) {
    int line = location == null ? 1 : location.getLineNr();
    return new RefusedException(
        new Problem("line " + line, null, allowed, "line " + line + " " + problem));
  }
}
