package io.dlpo.core.update;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.prompt.SentenceSplitter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The candidates that earlier steps of a run rejected. An update that makes one of them again is
 * shown what was tried, so that it can propose something else.
 *
 * @param prompts the candidates in the order of their steps
 */
public record RejectedPrompts(List<RejectedPrompt> prompts) {

  public static final RejectedPrompts NONE = new RejectedPrompts(List.of());

  /** How many candidates an update is shown. */
  private static final int SHOWN = 5;

  public RejectedPrompts {
    prompts = List.copyOf(prompts);
  }

  /** Returns the first candidate with a text. */
  public Optional<RejectedPrompt> find(String text) {
    return prompts.stream().filter(rejected -> rejected.text().equals(text)).findFirst();
  }

  /**
   * Describes what was tried, for the update that has made one of the candidates again.
   *
   * @param prompt the prompt that the update edits
   * @param repeated the candidate that it has made
   */
  String described(Prompt prompt, RejectedPrompt repeated) {
    StringBuilder text =
        new StringBuilder("The prompt that your edits make was tried before: ")
            .append(repeated)
            .append(". These edits were tried and rejected:");
    shown(repeated).forEach(rejected -> append(text, prompt, rejected));
    return text.append("\nPropose other edits, by which a new prompt comes about.").toString();
  }

  /**
   * Describes the latest candidates, for an update that has made none yet.
   *
   * @param prompt the prompt that the update edits
   * @param most how many are described
   * @return the description, after a line end; empty if there is none
   */
  String latest(Prompt prompt, int most) {
    List<RejectedPrompt> latest =
        prompts.subList(Math.max(0, prompts.size() - most), prompts.size());
    if (latest.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nThese edits were tried and rejected:");
    latest.forEach(rejected -> append(text, prompt, rejected));
    return text.toString();
  }

  /** The repeated candidate and the latest others. */
  private Stream<RejectedPrompt> shown(RejectedPrompt repeated) {
    return Stream.concat(
            Stream.of(repeated),
            prompts.reversed().stream().filter(rejected -> !rejected.equals(repeated)))
        .limit(SHOWN)
        .sorted(Comparator.comparingInt(RejectedPrompt::step));
  }

  private static void append(StringBuilder text, Prompt prompt, RejectedPrompt rejected) {
    text.append("\n<REJECTED step=\"").append(rejected.step()).append('"');
    if (rejected.score() != null) {
      text.append(" right=\"").append(rejected.score()).append('"');
    }
    text.append(">\n");
    for (SentenceEdit edit : edits(prompt, rejected)) {
      text.append(line(edit)).append('\n');
    }
    text.append("</REJECTED>");
  }

  private static List<SentenceEdit> edits(Prompt prompt, RejectedPrompt rejected) {
    return SentenceDiff.of(prompt.split().texts(), SentenceSplitter.split(rejected.text()).texts())
        .edits();
  }

  private static String line(SentenceEdit edit) {
    return switch (edit.op()) {
      case ADD -> "add after " + edit.after() + ": " + edit.text();
      case MODIFY -> "modify " + edit.sentence() + ": " + edit.text();
      case DELETE -> "delete " + edit.sentence();
      case MOVE -> "move " + edit.sentence() + " after " + edit.after();
    };
  }
}
