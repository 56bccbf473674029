package io.dlpo.gateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Tokens;
import java.util.List;

/** The tokens that an endpoint reports in {@code usage}. Pure. */
public final class ReportedUsage {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String USAGE = "usage";
  private static final String INPUT = "prompt_tokens";
  private static final String OUTPUT = "completion_tokens";

  private ReportedUsage() {}

  /** The tokens in a body; zero where it reports none. */
  public static Tokens in(String body) {
    try {
      return in(MAPPER.readTree(body));
    } catch (JsonProcessingException e) {
      return Tokens.NONE;
    }
  }

  static Tokens in(JsonNode completion) {
    JsonNode usage = completion.path(USAGE);
    return new Tokens(count(usage.path(INPUT)), count(usage.path(OUTPUT)));
  }

  /**
   * Removes what the client cannot read, so that a reply is not lost because of its count: the
   * reply then has no usage.
   */
  static void normalize(ObjectNode completion) {
    if (!(completion.path(USAGE) instanceof ObjectNode usage)) {
      completion.remove(USAGE);
      return;
    }
    ObjectNode readable = completion.putObject(USAGE);
    for (String name : List.of(INPUT, OUTPUT)) {
      readable.put(name, count(usage.path(name)));
    }
    Tokens tokens = in(completion);
    readable.put("total_tokens", tokens.sum());
  }

  /** A count; 0 if it is missing, negative or not a number that the client can hold. */
  private static int count(JsonNode number) {
    return number.isNumber() && number.canConvertToInt() ? Math.max(0, number.intValue()) : 0;
  }
}
