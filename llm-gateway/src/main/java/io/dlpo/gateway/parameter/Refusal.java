package io.dlpo.gateway.parameter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A refusal of a request, in which endpoints name the parameter that they do not take in different
 * ways: in {@code param}, in a list of locations, or only in the message. Some servers report it
 * with status 500. Pure.
 *
 * @param status the HTTP status
 * @param param what the endpoint names as the cause; empty if it names nothing
 * @param message what the endpoint says
 */
public record Refusal(int status, String param, String message) {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Set<Integer> STATUSES = Set.of(400, 422, 500, 501);

  /** Where a value is, in Python's and in JSON's form: {@code 'loc': ('body', 'seed')}. */
  private static final Pattern LOCATION =
      Pattern.compile("[\"']loc[\"']\\s*:\\s*[(\\[]([^)\\]]*)[)\\]]");

  private static final Pattern COMPLETION_TOKENS =
      Pattern.compile("max_completion_tokens", Pattern.CASE_INSENSITIVE);

  /** Said about a value that is too large for this request, not about the parameter. */
  private static final Pattern SIZE =
      Pattern.compile(
          "too (?:large|long|high|many|big)|context|exceed|at most|at least|greater than|less than|maximum",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_TAKEN =
      Pattern.compile(
          "unsupported|n[o']t support|unknown|unrecogni[sz]ed|unexpected|n[o']t permitted|n[o']t allowed"
              + "|n[o']t accept|forbidden|deprecated|use '?\"?`?max_completion_tokens",
          Pattern.CASE_INSENSITIVE);

  /** The refusal that a body contains. */
  public static Refusal of(int status, String body) {
    JsonNode tree = tree(body);
    JsonNode error = tree.path("error").isObject() ? tree.path("error") : tree;
    String message =
        Stream.of(error.path("message"), tree.path("error"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .findFirst()
            .orElse(body);
    // A router passes on what the model's own endpoint said.
    String passedOn = error.path("metadata").path("raw").asText("");
    return new Refusal(
        status,
        error.path("param").asText(""),
        String.join(" ", message, error.path("code").asText(""), passedOn));
  }

  private static JsonNode tree(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    }
  }

  /**
   * The parameter that is not taken.
   *
   * @param sent the parameters that the request carried
   */
  Optional<ModelParameter> parameter(List<ModelParameter> sent) {
    if (!STATUSES.contains(status)) {
      return Optional.empty();
    }
    return first(sent, param)
        .or(() -> first(sent, locations().orElse(message)))
        .filter(named -> named != ModelParameter.MAX_TOKENS || isNotTaken());
  }

  private Optional<ModelParameter> first(List<ModelParameter> sent, String text) {
    // "temperature and top_p cannot both be set"
    boolean exclusive = text.contains(" both ");
    return sent.stream()
        .filter(parameter -> parameter.in(text).isPresent())
        .min(
            exclusive
                ? Comparator.naturalOrder()
                : Comparator.comparingInt(parameter -> parameter.in(text).getAsInt()));
  }

  /** Beside its location, a server may show the whole request, which names all parameters. */
  private Optional<String> locations() {
    String found =
        LOCATION
            .matcher(message)
            .results()
            .map((MatchResult one) -> one.group(1))
            .collect(Collectors.joining(" "));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** A limit on the length of replies must not get lost because it is too large for a prompt. */
  private boolean isNotTaken() {
    return NOT_TAKEN.matcher(message).find() && !SIZE.matcher(message).find();
  }

  boolean namesCompletionTokens() {
    return COMPLETION_TOKENS.matcher(message).find();
  }
}
