package io.dlpo.core.update;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a JSON value in a text cannot be read.
 *
 * @param offset where, in characters from the start of the text
 * @param what what is wrong there
 * @param unfinished whether the text ends before the value does
 */
record JsonFault(int offset, String what, boolean unfinished) {

  private static final Pattern CODE = Pattern.compile("\\(code (\\d{1,7})");

  /** Characters that an error is taken to be away from the start if the parser does not tell. */
  private static final int UNKNOWN = 500;

  /** Explains an error of a parser that started at a character of the text. */
  static JsonFault of(String text, int start, JsonProcessingException error) {
    JsonLocation location = error.getLocation();
    long offset = location == null ? UNKNOWN : Math.max(0, location.getCharOffset());
    int at = (int) Math.min(text.length(), start + offset);
    if (error instanceof JsonEOFException) {
      return new JsonFault(text.length(), "it ends before the JSON object does", true);
    }
    if (error instanceof StreamConstraintsException) {
      return new JsonFault(at, "it is nested too deeply or too long", false);
    }
    String message = Optional.ofNullable(error.getOriginalMessage()).orElse("");
    Matcher code = CODE.matcher(message);
    if (!code.find()) {
      return new JsonFault(at, "this is no JSON value", false);
    }
    int wrong = Integer.parseInt(code.group(1));
    if (at > start && (at == text.length() || text.charAt(at) != wrong)) {
      at--;
    }
    return new JsonFault(at, explained(text, at, message), false);
  }

  private static String explained(String text, int at, String message) {
    String shown =
        "'" + text.substring(at, text.offsetByCodePoints(at, at < text.length() ? 1 : 0)) + "'";
    if (text.startsWith("//", at) || text.startsWith("/*", at)) {
      return "JSON has no comments";
    }
    if (message.contains("escape")) {
      return "JSON has no escape '\\" + shown.substring(1);
    }
    if (shown.equals("'''")) {
      return "JSON texts and keys stand in double quotes";
    }
    return message.contains("comma")
        ? shown + " follows without a comma; a quote within a text needs a backslash"
        : shown + " is not allowed there";
  }

  /**
   * Describes the fault with its line and column.
   *
   * @param reply the reply that the text is the end of
   * @param skipped number of characters before the text
   */
  String in(String reply, int skipped) {
    int end = Math.min(skipped + offset, reply.length());
    int line = 1;
    int lineStart = 0;
    for (int at = reply.indexOf('\n'); at >= 0 && at < end; at = reply.indexOf('\n', at + 1)) {
      line++;
      lineStart = at + 1;
    }
    int column = reply.codePointCount(lineStart, end) + 1;
    return "its JSON cannot be read at line " + line + ", column " + column + ": " + what;
  }
}
