package io.dlpo.core.prompt;

import io.dlpo.contracts.prompt.ChatPrompt;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The lines between which the messages of a prompt stand. No edit changes them, and text stands
 * within messages only.
 */
final class MessageMarkers {

  private MessageMarkers() {}

  /** Numbers of the sentences that are markers; none if the prompt has no messages. */
  static SortedSet<Integer> sentences(String text) {
    SortedSet<Integer> numbers = new TreeSet<>();
    if (!ChatPrompt.markers(text).isEmpty()) {
      List<String> sentences = SentenceSplitter.split(text).texts();
      for (int i = 0; i < sentences.size(); i++) {
        if (ChatPrompt.isMarker(sentences.get(i))) {
          numbers.add(i + 1);
        }
      }
    }
    return numbers;
  }

  /**
   * The number of the sentence after which text stands within a message: what would stand before
   * the first message stands at its begin, and what would stand after a message stands at its end.
   */
  static int within(String text, int after) {
    if (ChatPrompt.markers(text).isEmpty()) {
      return after;
    }
    return after == 0
        ? 1
        : endsMessage(SentenceSplitter.split(text).texts(), after) ? after - 1 : after;
  }

  private static boolean endsMessage(List<String> sentences, int number) {
    return number > 0
        && number <= sentences.size()
        && sentences.get(number - 1).equals(ChatPrompt.END)
        && (number == sentences.size() || ChatPrompt.isBegin(sentences.get(number)));
  }

  /** Why a candidate does not have the messages of a prompt; empty if it has. */
  static Optional<String> problem(String prompt, String candidate) {
    if (!ChatPrompt.markers(candidate).equals(ChatPrompt.markers(prompt))) {
      return Optional.of("it would change where a message begins or ends");
    }
    boolean isBlank =
        ChatPrompt.find(candidate).stream()
            .flatMap(chat -> chat.messages().stream())
            .anyMatch(message -> message.content().isBlank());
    return isBlank ? Optional.of("nothing would be left of a message") : Optional.empty();
  }
}
