package io.dlpo.core.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the edits in a reply: in prose, in a fenced block or as plain JSON. The messages about
 * unreadable edits become part of decisions and of repeated requests. Both are in the log, and a
 * replay compares them, so the texts must not change.
 */
final class EditScriptParser {

  private static final int MAX_REPLY = 200_000;
  private static final int MAX_STARTS = 200;
  private static final Pattern NUMBER = Pattern.compile("\\s*\\[?\\s*(\\d{1,6})\\s*]?\\s*");
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build()
          .reader();

  private EditScriptParser() {}

  static EditScript parse(String reply, boolean cutOff) {
    Optional<JsonNode> edits = findEdits(reply);
    if (edits.isEmpty()) {
      return new EditScript.Unreadable(problem(reply, cutOff));
    }
    List<EditCommand> commands = new ArrayList<>();
    List<RefusedEdit> refused = new ArrayList<>();
    for (JsonNode edit : edits.get()) {
      try {
        commands.add(command(edit));
      } catch (UnreadableEditException e) {
        refused.add(new RefusedEdit(shown(edit), e.getMessage()));
      }
    }
    if (commands.isEmpty() && !refused.isEmpty()) {
      return new EditScript.Unreadable("none of its edits can be read: " + refused.getFirst());
    }
    return new EditScript.Edits(commands, refused);
  }

  private static String problem(String reply, boolean cutOff) {
    if (reply.isBlank()) {
      return "it is empty";
    }
    return cutOff
        ? "it was cut off at its length limit before the edits ended"
        : "it has no JSON object with \"edits\"";
  }

  /** Returns the first JSON value in the text that contains edits. */
  private static Optional<JsonNode> findEdits(String reply) {
    String text = reply.substring(0, Math.min(reply.length(), MAX_REPLY));
    int starts = 0;
    for (int at = 0; at < text.length() && starts < MAX_STARTS; at++) {
      if (text.charAt(at) != '{' && text.charAt(at) != '[') {
        continue;
      }
      starts++;
      Optional<JsonNode> edits = read(text.substring(at)).flatMap(EditScriptParser::editsOf);
      if (edits.isPresent()) {
        return edits;
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> read(String json) {
    try {
      return Optional.ofNullable(READER.readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> editsOf(JsonNode node) {
    if (node.path("edits").isArray()) {
      return Optional.of(node.get("edits"));
    }
    return node.isArray() && node.path(0).has("op") ? Optional.of(node) : Optional.empty();
  }

  private static EditCommand command(JsonNode edit) throws UnreadableEditException {
    String op = edit.path("op").asText("").strip().toLowerCase(Locale.ROOT);
    return switch (op) {
      case "add", "insert" -> new EditCommand.Add(number(edit, "after"), text(edit));
      case "modify", "replace", "rewrite" ->
          new EditCommand.Modify(number(edit, "sentence"), text(edit));
      case "delete", "remove" -> new EditCommand.Delete(number(edit, "sentence"));
      case "move" -> new EditCommand.Move(number(edit, "sentence"), number(edit, "after"));
      default ->
          throw new UnreadableEditException(
              "op is '" + cut(op) + "'; allowed are add, modify, delete and move");
    };
  }

  private static int number(JsonNode edit, String key) throws UnreadableEditException {
    JsonNode value = edit.path(key);
    Matcher matcher = NUMBER.matcher(value.asText(""));
    if (!matcher.matches()) {
      throw new UnreadableEditException(
          key + " is " + cut(value.toString()) + "; allowed is a sentence's number");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static String text(JsonNode edit) throws UnreadableEditException {
    JsonNode value = edit.path("text");
    String text = value.isTextual() ? storable(value.asText()).strip() : "";
    if (text.isEmpty()) {
      throw new UnreadableEditException("text is missing");
    }
    return text;
  }

  /**
   * Removes control characters and replaces unpaired surrogates, which databases or JSON reject.
   */
  private static String storable(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String shown(JsonNode edit) {
    return cut(edit.path("op").asText("edit"));
  }

  private static String cut(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static final class UnreadableEditException extends Exception {
    UnreadableEditException(String message) {
      super(message);
    }
  }
}
