package io.dlpo.core.update;

import io.dlpo.core.prompt.MarkdownBlock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for the text that an edit writes, whatever prompt it becomes a part of. */
final class EditText {

  private static final Pattern SHOWN_NUMBER =
      Pattern.compile("^\\[\\s*\\d{1,6}(?:\\s+frozen)?\\s*]\\s*(?=\\S)");
  private static final Pattern FROZEN = Pattern.compile("(?i)</?\\s*frozen\\s*>");

  /** Starts of a sentence that has its own place in the text, so that it gets no number. */
  private static final Pattern OWN_FORM =
      Pattern.compile("(?:[-*+\u2022\u00b7]\\s|[#|>`~<]|\\(?[\\p{L}\\d]{1,4}[.)]\\s)");

  private EditText() {}

  /**
   * Removes the number that the request shows before a sentence, which some models repeat. A prompt
   * whose own sentences start in this way keeps it.
   */
  static String withoutShownNumber(String text, List<String> sentences) {
    boolean own = sentences.stream().anyMatch(s -> SHOWN_NUMBER.matcher(s).find());
    return own ? text : SHOWN_NUMBER.matcher(text).replaceFirst("");
  }

  /** Gives the new text of an item of a numbered list the item's number if it has none. */
  static String withMarker(String text, String item) {
    return OWN_FORM.matcher(text).lookingAt() || NumberedItem.of(text).isPresent()
        ? text
        : NumberedItem.of(item).map(NumberedItem::lead).orElse("") + text;
  }

  static Optional<String> problemWith(String text) {
    if (FROZEN.matcher(text).find()) {
      return Optional.of("its text has a <frozen> mark, which only a spec may set");
    }
    return MarkdownBlock.leavesFenceOpen(text)
        ? Optional.of("its text opens a code block and does not close it on a line of its own")
        : Optional.empty();
  }
}
