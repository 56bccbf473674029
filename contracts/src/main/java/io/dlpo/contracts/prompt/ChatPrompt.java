package io.dlpo.contracts.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A prompt of several messages. As text, each message stands between two lines of its own:
 *
 * <pre>
 * &lt;message role="system"&gt;
 * Answer the question.
 * &lt;/message&gt;
 * </pre>
 *
 * <p>A text without these lines is no list of messages but a prompt by itself. A content may have
 * any line except one that begins a message.
 *
 * @param messages 1 or more
 */
public record ChatPrompt(List<PromptMessage> messages) {

  /** The last line of a message. */
  public static final String END = "</message>";

  private static final Pattern BEGIN =
      Pattern.compile("<message role=\"(?:system|user|assistant)\">");
  private static final Pattern LIKE_BEGIN = Pattern.compile("<message role=.*>");

  public ChatPrompt {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("ChatPrompt.messages is empty; it must have 1 or more");
    }
  }

  /** The messages of a text; empty if it is a prompt without messages. */
  public static Optional<ChatPrompt> find(String text) {
    List<MessageSpan> spans = MessageSpan.in(text);
    return spans.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChatPrompt(spans.stream().map(span -> span.message(text)).toList()));
  }

  /**
   * The problem with a text that begins like a message; empty if it is a list of messages, or a
   * prompt without messages.
   */
  public static Optional<String> problemWith(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return LIKE_BEGIN.matcher(first).matches() && MessageSpan.in(text).isEmpty()
        ? Optional.of(
            "begins with "
                + first
                + ", but is no list of messages: each begins with a line <message role=\"…\"> with"
                + " the role "
                + MessageRole.ALLOWED
                + ", ends with a line "
                + END
                + ", and nothing stands between two messages")
        : Optional.empty();
  }

  /** Whether a message cannot have this content, because one of its lines begins a message. */
  public static boolean hasBegin(String content) {
    return content.lines().anyMatch(ChatPrompt::isBegin);
  }

  /** Whether a line begins a message. */
  public static boolean isBegin(String line) {
    return BEGIN.matcher(line).matches();
  }

  /** Whether a line begins or ends a message. */
  public static boolean isMarker(String line) {
    return isBegin(line) || line.equals(END);
  }

  /** All lines that begin or end a message, in order; none if the text has no messages. */
  public static List<String> markers(String text) {
    return MessageSpan.in(text).isEmpty()
        ? List.of()
        : text.lines().filter(ChatPrompt::isMarker).toList();
  }

  /**
   * Cuts a text into what begins, fills and ends each message, three parts for each. Joined, the
   * parts are the text. Empty if the text has no messages.
   */
  public static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (MessageSpan span : MessageSpan.in(text)) {
      parts.add(text.substring(from, span.contentStart()));
      parts.add(span.content(text));
      parts.add(text.substring(span.contentEnd(), span.end()));
      from = span.end();
    }
    return parts;
  }

  /** The messages as one text. {@link #find} reads it again. */
  public String text() {
    return messages.stream()
        .map(message -> text(message.role(), message.content()))
        .collect(Collectors.joining("\n"));
  }

  /** A message as text. */
  public static String text(MessageRole role, String content) {
    return Stream.of("<message role=\"" + role + "\">", content, END)
        .collect(Collectors.joining("\n"));
  }
}
