package io.dlpo.gateway.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply in two parts. Reasoning models write their thought between {@code <think>} and {@code
 * </think>} before the answer. Some chat templates open the thought themselves, so that the reply
 * only closes it; a reply that reaches its token limit may never close it.
 *
 * @param thought what the model thought, without tags; empty if it did not think
 * @param answer the rest, which is the answer; empty if the reply ended within the thought
 */
public record Thought(String thought, String answer) {

  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  /** Not in the middle of a line: there, a tag is a part of the answer. */
  private static final Pattern OPENED = Pattern.compile("(?:^|\\n)\\s*" + OPEN);

  /** Separates a reply. */
  public static Thought in(String reply) {
    int close = reply.indexOf(CLOSE);
    int open = reply.indexOf(OPEN);
    if (close >= 0 && (open < 0 || close < open)) {
      return in(reply.substring(close + CLOSE.length())).after(reply.substring(0, close));
    }
    Matcher opened = OPENED.matcher(reply);
    if (!opened.find()) {
      return new Thought("", reply);
    }
    String before = reply.substring(0, opened.start());
    int end = reply.indexOf(CLOSE, opened.end());
    if (end < 0) {
      return new Thought(reply.substring(opened.end()).strip(), before.strip());
    }
    return in(before + reply.substring(end + CLOSE.length()))
        .after(reply.substring(opened.end(), end));
  }

  /** A reply with a thought that the endpoint reports beside the answer. */
  static String tagged(String thought, String answer) {
    return answer.isBlank() ? OPEN + thought : OPEN + thought + CLOSE + "\n" + answer;
  }

  private Thought after(String earlier) {
    String whole = thought.isEmpty() ? earlier.strip() : earlier.strip() + "\n" + thought;
    return new Thought(whole, answer.strip());
  }
}
