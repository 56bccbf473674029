package io.dlpo.core.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A prompt and its frozen spans, which every edit must leave unchanged.
 *
 * <p>In a spec, the marks {@code <frozen>} and {@code </frozen>} around a span freeze it. The marks
 * are not part of the prompt, so no model sees them. A sentence that overlaps a frozen span is
 * frozen as a whole. So are the lines that begin and end the messages of a prompt that has several.
 *
 * @param text the forward model's instructions, without marks
 * @param frozen the frozen spans in the order of the text
 */
public record Prompt(String text, List<String> frozen) {

  /** Maximum length of a candidate in characters. */
  public static final int MAX_LENGTH = 8_000;

  private static final String OPEN = "<frozen>";
  private static final String CLOSE = "</frozen>";

  public Prompt {
    frozen = List.copyOf(frozen);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("prompt is '" + text + "'; it must not be blank");
    }
    Optional<String> lost = lostSpan(text, frozen);
    if (lost.isPresent()) {
      throw new IllegalArgumentException(
          "prompt has not its frozen text '" + lost.get() + "' in its place");
    }
  }

  /**
   * Parses a prompt with its marks.
   *
   * @throws IllegalArgumentException if a mark has no partner, or if the prompt is empty without
   *     the marks
   */
  public static Prompt parse(String marked) {
    StringBuilder text = new StringBuilder();
    List<String> frozen = new ArrayList<>();
    int from = 0;
    for (int open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, from)) {
      int start = open + OPEN.length();
      int close = marked.indexOf(CLOSE, start);
      int nested = marked.indexOf(OPEN, start);
      if (close < 0 || (nested >= 0 && nested < close)) {
        throw new IllegalArgumentException(
            "prompt has " + OPEN + " at character " + open + " without " + CLOSE + " after it");
      }
      text.append(unmarked(marked, from, open)).append(marked, start, close);
      String span = marked.substring(start, close).strip();
      if (!span.isEmpty()) {
        frozen.add(span);
      }
      from = close + CLOSE.length();
    }
    text.append(unmarked(marked, from, marked.length()));
    return new Prompt(text.toString(), frozen);
  }

  private static String unmarked(String marked, int from, int to) {
    String part = marked.substring(from, to);
    int close = part.indexOf(CLOSE);
    if (close >= 0) {
      throw new IllegalArgumentException(
          "prompt has " + CLOSE + " at character " + (from + close) + " without " + OPEN);
    }
    return part;
  }

  /** The prompt as sentences, numbered from 1. */
  public SplitText split() {
    return SentenceSplitter.split(text);
  }

  /** Numbers of the sentences that overlap a frozen span, or begin or end a message. */
  public SortedSet<Integer> frozenSentences() {
    SortedSet<Integer> numbers = new TreeSet<>(MessageMarkers.sentences(text));
    if (frozen.isEmpty()) {
      return numbers;
    }
    SplitText split = split();
    int spanFrom = 0;
    for (String span : frozen) {
      int spanStart = text.indexOf(span, spanFrom);
      spanFrom = spanStart + span.length();
      int start = split.lead().length();
      int number = 1;
      for (SplitText.Piece piece : split.pieces()) {
        int end = start + piece.text().length();
        if (start < spanFrom && spanStart < end) {
          numbers.add(number);
        }
        start = end + piece.gap().length();
        number++;
      }
    }
    return numbers;
  }

  /** Why a candidate is not a valid edit of this prompt; empty if it is. */
  public Optional<String> problemWith(String candidate) {
    if (candidate.isBlank()) {
      return Optional.of("nothing would be left of the prompt");
    }
    if (candidate.length() > Math.max(MAX_LENGTH, text.length())) {
      return Optional.of("the prompt would be longer than " + MAX_LENGTH + " characters");
    }
    return lostSpan(candidate, frozen)
        .map(span -> "it would break frozen text")
        .or(
            () ->
                TemplateVariables.lost(text, candidate)
                    .map(variable -> "the variable " + variable + " would be lost"))
        .or(() -> MessageMarkers.problem(text, candidate))
        .or(() -> TemplateVariables.added(text, candidate).map(Prompt::strange))
        .or(() -> brokenForm(candidate));
  }

  private static String strange(String variable) {
    return "the prompt has no variable " + variable + ", and an edit adds none";
  }

  /** What a candidate would break of the form that the prompt has. */
  private Optional<String> brokenForm(String candidate) {
    if (JsonPrompt.is(text) && !JsonPrompt.is(candidate)) {
      return Optional.of("the prompt is JSON and would no longer be valid JSON");
    }
    return TagPairs.of(text)
        .brokenIn(TagPairs.of(candidate))
        .map(tag -> "the tag " + tag + " would stand alone");
  }

  /**
   * The sentence after which text can be added, such that it stands within a message.
   *
   * @param after number of a sentence, or 0
   */
  public int within(int after) {
    return MessageMarkers.within(text, after);
  }

  private static Optional<String> lostSpan(String text, List<String> spans) {
    int from = 0;
    for (String span : spans) {
      int start = text.indexOf(span, from);
      if (start < 0) {
        return Optional.of(span);
      }
      from = start + span.length();
    }
    return Optional.empty();
  }
}
