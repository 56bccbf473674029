package io.dlpo.evaluator.scoring;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.metric.JsonText;
import io.dlpo.evaluator.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON value in a reply: the whole reply or its last code block. */
public final class JsonAnswer {

  private static final List<String> FENCES = List.of("```", "~~~");
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int MAX_PROBLEM = 300;

  private JsonAnswer() {}

  /**
   * Reads the value.
   *
   * @throws JsonProcessingException if there is no JSON value
   */
  public static JsonNode in(String reply) throws JsonProcessingException {
    try {
      return JsonText.read(reply.startsWith(BYTE_ORDER_MARK) ? reply.substring(1) : reply);
    } catch (JsonProcessingException whole) {
      Optional<String> block = lastBlock(reply);
      if (block.isEmpty()) {
        throw whole;
      }
      return JsonText.read(block.get());
    }
  }

  /** Describes why a reply has no JSON value, as the end of a sentence. */
  public static String problem(JsonProcessingException fault) {
    JsonLocation place = fault.getLocation();
    String words = Texts.cut(Quotes.fold(fault.getOriginalMessage()), MAX_PROBLEM);
    return place == null
        ? words
        : words + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
  }

  /**
   * The text between a line that starts with a fence and the next such line or the end of the
   * reply.
   */
  private static Optional<String> lastBlock(String reply) {
    Optional<String> last = Optional.empty();
    List<String> open = new ArrayList<>();
    boolean inside = false;
    for (String line : reply.lines().toList()) {
      if (FENCES.stream().noneMatch(line.strip()::startsWith)) {
        open.add(line);
        continue;
      }
      if (inside) {
        last = Optional.of(String.join("\n", open));
      }
      inside = !inside;
      open.clear();
    }
    return inside ? Optional.of(String.join("\n", open)) : last;
  }
}
