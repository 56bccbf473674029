package io.dlpo.studies.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The difference of two texts word by word.
 *
 * @param parts the parts of both texts, in order: without the added ones they are the old text,
 *     without the removed ones the new text
 */
public record WordDiff(List<Part> parts) {

  /** White space, an ideograph, a word or number, or any other character. */
  private static final Pattern TOKEN =
      Pattern.compile("\\s+|\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}_]+|.", Pattern.DOTALL);

  /** What happened to a part of a text. */
  public enum Change {
    KEPT,
    REMOVED,
    ADDED
  }

  /** Consecutive tokens with the same change. */
  public record Part(Change change, String text) {}

  public WordDiff {
    parts = List.copyOf(parts);
  }

  /** Compares two texts. */
  public static WordDiff of(String before, String after) {
    List<Part> parts = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(tokens(before), tokens(after), true).getDeltas()) {
      switch (delta.getType()) {
        case EQUAL -> add(parts, Change.KEPT, delta.getSource().getLines());
        case DELETE, INSERT, CHANGE -> {
          add(parts, Change.REMOVED, delta.getSource().getLines());
          add(parts, Change.ADDED, delta.getTarget().getLines());
        }
      }
    }
    return new WordDiff(parts);
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  private static void add(List<Part> parts, Change change, List<String> tokens) {
    if (!tokens.isEmpty()) {
      parts.add(new Part(change, String.join("", tokens)));
    }
  }
}
