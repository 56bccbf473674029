package io.dlpo.core.update;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.core.update.EditsFinder.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the last edits of a reply: in prose, in a fenced block or as plain JSON. The messages about
 * unreadable edits become part of decisions and of repeated requests. Both are in the log, and a
 * replay compares them, so the texts must not change.
 */
final class EditScriptParser {

  private static final int MAX_REPLY = 200_000;
  private static final int FIRST_WORDS = 60;
  private static final int SHOWN = 40;
  private static final String NO_EDITS = "it has no JSON object with \"edits\"";
  private static final Pattern NUMBER = Pattern.compile("\\s*\\[?\\s*(\\d{1,6})\\s*]?\\s*");

  private EditScriptParser() {}

  /** Reads the last edits. */
  static EditScript parse(String reply, boolean cutOff) {
    Found found = find(reply);
    return found.edits() == null ? unreadable(reply, cutOff) : script(found.edits());
  }

  /** Reads the edits of each candidate; the last edits if the reply lists no candidates. */
  static List<EditScript> all(String reply, boolean cutOff) {
    List<JsonNode> lists = find(reply).all();
    return lists.isEmpty()
        ? List.of(unreadable(reply, cutOff))
        : lists.stream().map(EditScriptParser::script).toList();
  }

  /** Reads the gradient that an update has written beside its edits; empty if there is none. */
  static Optional<String> gradient(String reply) {
    JsonNode found = find(reply).reply();
    return Optional.ofNullable(found)
        .map(value -> value.path("gradient"))
        .filter(JsonNode::isTextual)
        .map(value -> Storable.text(value.asText()).strip())
        .filter(text -> !text.isEmpty());
  }

  private static Found find(String reply) {
    String text = end(reply);
    String readable = JsonEscapes.withoutControls(text);
    Found found = EditsFinder.in(readable);
    String repaired = JsonEscapes.repaired(text);
    return found.edits() == null && !repaired.equals(readable) ? EditsFinder.in(repaired) : found;
  }

  private static String end(String reply) {
    return reply.substring(Math.max(0, reply.length() - MAX_REPLY));
  }

  private static EditScript script(JsonNode edits) {
    List<EditCommand> commands = new ArrayList<>();
    List<RefusedEdit> refused = new ArrayList<>();
    for (JsonNode edit : edits) {
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

  /** Explains a reply of which the text at its end was read. */
  private static EditScript.Unreadable unreadable(String reply, boolean cutOff) {
    String text = end(reply);
    if (reply.isBlank()) {
      return new EditScript.Unreadable("it is empty");
    }
    JsonFault fault = EditsFinder.in(text).fault();
    if (cutOff && (fault == null || fault.unfinished())) {
      return new EditScript.Unreadable("it was cut off at its length limit before the edits ended");
    }
    if (fault == null) {
      String begins = Excerpt.of(reply.strip(), FIRST_WORDS);
      return new EditScript.Unreadable(NO_EDITS + "; it begins: " + begins, NO_EDITS);
    }
    String reason = fault.in(reply, reply.length() - text.length());
    return new EditScript.Unreadable(reason, fault.unfinished() ? NO_EDITS : reason);
  }

  private static EditCommand command(JsonNode edit) throws UnreadableEditException {
    if (!edit.has("op")) {
      throw new UnreadableEditException("op is missing; allowed are add, modify, delete and move");
    }
    String op = edit.path("op").asText("").strip().toLowerCase(Locale.ROOT);
    return switch (op) {
      case "add", "insert" -> new EditCommand.Add(number(edit, "after"), text(edit));
      case "modify", "replace", "rewrite" ->
          new EditCommand.Modify(number(edit, "sentence"), text(edit));
      case "delete", "remove" -> new EditCommand.Delete(number(edit, "sentence"));
      case "move" -> new EditCommand.Move(number(edit, "sentence"), number(edit, "after"));
      default ->
          throw new UnreadableEditException(
              "op is '" + Excerpt.of(op, SHOWN) + "'; allowed are add, modify, delete and move");
    };
  }

  private static int number(JsonNode edit, String key) throws UnreadableEditException {
    JsonNode value = edit.path(key);
    if (value.isMissingNode()) {
      throw new UnreadableEditException(key + " is missing; allowed is a sentence's number");
    }
    Matcher matcher = NUMBER.matcher(value.asText(""));
    if (!matcher.matches()) {
      throw new UnreadableEditException(
          key + " is " + Excerpt.of(value.toString(), SHOWN) + "; allowed is a sentence's number");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static String text(JsonNode edit) throws UnreadableEditException {
    JsonNode value = edit.path("text");
    String text = value.isTextual() ? Storable.text(value.asText()).strip() : "";
    if (text.isEmpty()) {
      throw new UnreadableEditException(
          value.isMissingNode() || value.isTextual()
              ? "text is missing"
              : "text is " + Excerpt.of(value.toString(), SHOWN) + "; allowed is a text");
    }
    return text;
  }

  private static String shown(JsonNode edit) {
    return Excerpt.of(edit.path("op").asText("edit"), SHOWN);
  }

  private static final class UnreadableEditException extends Exception {
    UnreadableEditException(String message) {
      super(message);
    }
  }
}
