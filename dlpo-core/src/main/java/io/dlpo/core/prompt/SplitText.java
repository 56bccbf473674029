package io.dlpo.core.prompt;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text split into sentences. {@link #join} restores the text exactly.
 *
 * @param lead whitespace before the first sentence
 * @param pieces the sentences in order
 */
public record SplitText(String lead, List<Piece> pieces) {

  /**
   * A sentence and the whitespace after it.
   *
   * @param text the sentence without surrounding whitespace
   * @param gap whitespace up to the next sentence or the end
   */
  public record Piece(String text, String gap) {}

  public SplitText {
    pieces = List.copyOf(pieces);
  }

  /** The text. */
  public String join() {
    return lead
        + pieces.stream().map(piece -> piece.text() + piece.gap()).collect(Collectors.joining());
  }

  /** The sentences without the whitespace between them. */
  public List<String> texts() {
    return pieces.stream().map(Piece::text).toList();
  }
}
