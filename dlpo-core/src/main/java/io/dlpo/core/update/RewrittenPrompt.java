package io.dlpo.core.update;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.prompt.SentenceSplitter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole prompt that the backward model has written instead of edits. Its edits are the sentences
 * in which it differs from the prompt at hand, and they are held to the step's limits like any
 * others. Small models that cannot keep to the form of edits can write a prompt.
 */
final class RewrittenPrompt {

  /** What a model that cannot write edits is offered. */
  static final String OFFER =
      " If you cannot write edits, write the whole new prompt between <PROMPT> and </PROMPT>"
          + " instead.";

  /** The end may be missing, as in a reply that stopped there. */
  private static final Pattern TAGGED =
      Pattern.compile(
          "<PROMPT>(?<text>(?:(?!</?PROMPT>).)*+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private RewrittenPrompt() {}

  /** Returns the edits that make the last prompt in a reply of the prompt at hand. */
  static Optional<EditScript> edits(String reply, Prompt prompt) {
    return TAGGED
        .matcher(reply)
        .results()
        .map(RewrittenPrompt::text)
        .filter(text -> !text.isEmpty())
        .reduce((earlier, later) -> later)
        .map(text -> script(prompt, text));
  }

  private static String text(MatchResult found) {
    return found.group("text").strip();
  }

  private static EditScript script(Prompt prompt, String text) {
    List<SentenceEdit> edits =
        SentenceDiff.of(prompt.split().texts(), SentenceSplitter.split(text).texts()).edits();
    return new EditScript.Edits(edits.stream().map(RewrittenPrompt::command).toList(), List.of());
  }

  private static EditCommand command(SentenceEdit edit) {
    return switch (edit.op()) {
      case ADD -> new EditCommand.Add(number(edit.after()), text(edit));
      case MODIFY -> new EditCommand.Modify(number(edit.sentence()), text(edit));
      case DELETE -> new EditCommand.Delete(number(edit.sentence()));
      case MOVE -> new EditCommand.Move(number(edit.sentence()), number(edit.after()));
    };
  }

  private static int number(@Nullable Integer number) {
    return Objects.requireNonNull(number, "an edit has no number");
  }

  private static String text(SentenceEdit edit) {
    return Objects.requireNonNull(edit.text(), "an edit has no text");
  }
}
