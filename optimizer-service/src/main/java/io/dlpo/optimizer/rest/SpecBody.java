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
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses a spec from JSON or YAML. YAML aliases are refused: the parser would read an alias as its
 * name, and nested aliases can expand a short text to a huge one.
 */
final class SpecBody {

  /** Maximum size of a body in bytes; well above the limit for a resolved spec. */
  static final int MAX_BYTES = 1_000_000;

  /** Maximum nesting of objects and lists. */
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

  /** A hint to a setting, the place of a start marker, the source of a limit. */
  private static final Pattern JACKSON =
      Pattern.compile(
          ": enable `.*| \\(start marker at .*|, from `[^`]*`|\\s*\\(?`[\\w$]*[.].*",
          Pattern.DOTALL);

  private SpecBody() {}

  /**
   * Parses the spec by its media type.
   *
   * @param type null if the request does not have the header
   * @throws NotSupportedException without a media type
   */
  static JsonNode read(byte[] body, @Nullable MediaType type) {
    if (type == null) {
      throw new NotSupportedException();
    }
    return read(body, type.getSubtype().endsWith("yaml"));
  }

  /**
   * Parses the spec.
   *
   * @throws RefusedException naming the line that cannot be parsed
   * @throws ClientErrorException with status 413 if the body is too large
   */
  static JsonNode read(byte[] body, boolean yaml) {
    if (body.length > MAX_BYTES) {
      throw new ClientErrorException(
          "the spec has %d bytes; the maximum is %d; upload the rows as a dataset"
              .formatted(body.length, MAX_BYTES),
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    String format = yaml ? "YAML" : "JSON";
    ObjectMapper mapper = yaml ? YAML : JSON;
    try {
      checkTokens(mapper, body, format);
      return mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw refused(e.getLocation(), format, "is not valid " + format + ": " + inPlainWords(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jackson's message, without the parts that name its classes and settings. */
  private static String inPlainWords(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    return JACKSON.matcher(message).replaceAll("").strip();
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
              "begins a second document; a spec must be a single document");
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

  /** JSON escapes can produce unpaired surrogates, which no event can be encoded with. */
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
