package io.dlpo.core.prompt;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text cut into sentences; {@link #join} gives the text back, to the character.
 *
 * @param lead white space before the first sentence
 * @param pieces the sentences in order
 */
public record SplitText(String lead, List<Piece> pieces) {

  /**
   * A sentence in its place.
   *
   * @param text the sentence without white space around it
   * @param gap white space up to the next sentence or the end
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

  /** The sentences without what is between them. */
  public List<String> texts() {
    return pieces.stream().map(Piece::text).toList();
  }
}
