package io.dlpo.core.spec;

import io.dlpo.contracts.prompt.ChatPrompt;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.core.dataset.PromptColumns;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the initial prompt of a spec, a text or messages.
 *
 * @param sizes the size limits
 * @param problems collects the problems found
 */
record PromptReader(SizeCheck sizes, List<Problem> problems) {

  static final String PROMPT = "prompt";
  static final String MESSAGES = "messages";

  /**
   * An initial prompt.
   *
   * @param key its key in the spec
   * @param marked its text with {@code <frozen>} tags
   * @param text the same without tags
   */
  record InitialPrompt(String key, String marked, String text) {

    PromptColumns columns() {
      return PromptColumns.of(key, text);
    }
  }

  /** The prompt; empty if there is none or it has a problem. */
  Optional<InitialPrompt> read(Spec spec) {
    if (spec.messages() != null) {
      return marked(spec.messages()).flatMap(marked -> read(MESSAGES, marked));
    }
    return spec.prompt() == null ? Optional.empty() : read(PROMPT, spec.prompt());
  }

  private Optional<InitialPrompt> read(String key, String marked) {
    Optional<Problem> tooLarge = sizes.ofPrompt(key, marked);
    tooLarge.ifPresent(problems::add);
    return tooLarge.isPresent()
        ? Optional.empty()
        : parsed(key, marked)
            .map(Prompt::text)
            .filter(text -> isUsable(key, text))
            .map(text -> new InitialPrompt(key, marked, text));
  }

  /** The messages as one text with tags; empty if one of them has a problem. */
  private Optional<String> marked(List<MessageSection> messages) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      MessageSection message = messages.get(i);
      String key = MESSAGES + "[" + i + "].content";
      parsed(key, message.content())
          .filter(content -> isContent(key, content.text()))
          .ifPresent(content -> texts.add(marked(message, content)));
    }
    return texts.size() < messages.size()
        ? Optional.empty()
        : Optional.of(String.join("\n", texts));
  }

  private static String marked(MessageSection message, Prompt content) {
    return message.frozen() == null
        ? ChatPrompt.text(message.role(), message.content())
        : "<frozen>" + ChatPrompt.text(message.role(), content.text()) + "</frozen>";
  }

  private Optional<Prompt> parsed(String key, String marked) {
    try {
      return Optional.of(Prompt.parse(marked));
    } catch (IllegalArgumentException e) {
      String place = key.equals(PROMPT) ? "" : "`" + key + "`: ";
      problems.add(new Problem(key, marked, "see the message", place + e.getMessage()));
      return Optional.empty();
    }
  }

  private boolean isContent(String key, String text) {
    if (ChatPrompt.hasBegin(text)) {
      refuse(key, text, "has a line that begins another message; write that line differently");
      return false;
    }
    return true;
  }

  private boolean isUsable(String key, String text) {
    List<PromptMessage> messages =
        ChatPrompt.find(text).map(ChatPrompt::messages).orElseGet(List::of);
    Optional<String> problem = ChatPrompt.problemWith(text);
    if (messages.stream().anyMatch(message -> message.content().isBlank())) {
      problem = Optional.of("has a blank message; each message must have a text");
    } else if (!messages.isEmpty()
        && messages.stream().allMatch(message -> message.role() == MessageRole.ASSISTANT)) {
      problem = Optional.of("has no message of the role system or user; it must have one");
    }
    problem.ifPresent(reason -> refuse(key, text, reason));
    return problem.isEmpty();
  }

  private void refuse(String key, String value, String reason) {
    problems.add(new Problem(key, value, "see the message", "`%s` %s".formatted(key, reason)));
  }
}
