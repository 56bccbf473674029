package io.dlpo.contracts.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where a message stands in a text.
 *
 * @param role who speaks
 * @param contentStart index of the content
 * @param contentEnd index after the content
 * @param end index after the message and the white space that follows it
 */
record MessageSpan(MessageRole role, int contentStart, int contentEnd, int end) {

  private static final Pattern BEGIN =
      Pattern.compile("(?md)^<message role=\"(system|user|assistant)\">\\n");

  /** All messages of a text; none if anything else stands before, between or after them. */
  static List<MessageSpan> in(String text) {
    if (!text.contains(ChatPrompt.END)) {
      return List.of();
    }
    List<MatchResult> begins = BEGIN.matcher(text).results().toList();
    if (begins.isEmpty() || !text.substring(0, begins.getFirst().start()).isBlank()) {
      return List.of();
    }
    List<MessageSpan> spans = new ArrayList<>();
    for (int i = 0; i < begins.size(); i++) {
      int end = i + 1 < begins.size() ? begins.get(i + 1).start() : text.length();
      Optional<MessageSpan> span = span(text, begins.get(i), end);
      if (span.isEmpty()) {
        return List.of();
      }
      spans.add(span.get());
    }
    return spans;
  }

  /** The last line before the next message ends a message, so a content may have such lines. */
  private static Optional<MessageSpan> span(String text, MatchResult begin, int end) {
    String body = text.substring(begin.end(), end).stripTrailing();
    int lastLine = body.length() - ChatPrompt.END.length();
    if (!body.endsWith(ChatPrompt.END) || (lastLine > 0 && body.charAt(lastLine - 1) != '\n')) {
      return Optional.empty();
    }
    MessageRole role = MessageRole.named(begin.group(1)).orElseThrow();
    int contentEnd = begin.end() + Math.max(0, lastLine - 1);
    return Optional.of(new MessageSpan(role, begin.end(), contentEnd, end));
  }

  String content(String text) {
    return text.substring(contentStart, contentEnd);
  }

  PromptMessage message(String text) {
    return new PromptMessage(role, content(text));
  }
}
