package io.dlpo.core.prompt;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.dlpo.contracts.prompt.ChatPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into sentences, the parameters of a prompt.
 *
 * <p>A line break ends a sentence, because prompts contain lists and headings as well as prose. A
 * fenced code block is one sentence, and so is a row of a table. Within a line, the Unicode rules
 * apply, with ICU's own data so that every Java runtime gives the same result, except after an
 * abbreviation or a list marker, within a quotation or a web address, and before a closing tag.
 */
public final class SentenceSplitter {

  private static final Pattern LINE = Pattern.compile("[^\\n\\r]*(?:\\r\\n|\\n|\\r|$)");
  private static final Pattern MARKER =
      Pattern.compile("(?:[-*+\u2022\u00b7]|#+|\\(?(?:\\d{1,4}|\\p{L}|[ivxIVX]{1,5})[.)])");
  private static final Pattern CLOSING_TAG = Pattern.compile("</[A-Za-z][\\w.:-]*>");
  private static final Pattern OPENING = Pattern.compile("^[(\\[\"']+");
  private static final Pattern INNER_DOTS = Pattern.compile("(?:\\p{L}\\.){2,}");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "vs.", "cf.", "viz.", "ca.", "approx.", "resp.", "incl.", "excl.", "mr.", "mrs.", "ms.",
          "dr.", "prof.", "st.", "no.", "nos.", "fig.", "figs.", "eq.", "eqs.", "sec.", "ch.",
          "pp.", "vol.", "al.", "inc.", "ltd.", "max.", "min.", "ex.");

  /** Begin, content and end. */
  private static final int PARTS_OF_MESSAGE = 3;

  private SentenceSplitter() {}

  /** Splits a text. The same text always gives the same result. */
  public static SplitText split(String text) {
    String lead = "";
    List<SplitText.Piece> pieces = new ArrayList<>();
    for (String raw : rawPieces(text)) {
      int start = contentStart(raw);
      int end = contentEnd(raw, start);
      String before = raw.substring(0, start);
      if (pieces.isEmpty()) {
        lead += before;
      } else {
        SplitText.Piece last = pieces.removeLast();
        pieces.add(new SplitText.Piece(last.text(), last.gap() + before));
      }
      if (start < raw.length()) {
        pieces.add(new SplitText.Piece(raw.substring(start, end), raw.substring(end)));
      }
    }
    return new SplitText(lead, pieces);
  }

  /** What begins and ends a message is a piece of its own, even behind an open code block. */
  private static List<String> rawPieces(String text) {
    List<String> parts = ChatPrompt.parts(text);
    if (parts.isEmpty()) {
      return piecesOfMessage(text);
    }
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean isContent = i % PARTS_OF_MESSAGE == 1;
      pieces.addAll(isContent ? piecesOfMessage(parts.get(i)) : List.of(parts.get(i)));
    }
    return pieces;
  }

  private static List<String> piecesOfMessage(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder fenced = new StringBuilder();
    String fence = "";
    Matcher lines = LINE.matcher(text);
    while (lines.find() && lines.end() > lines.start()) {
      String line = lines.group();
      Matcher mark = MarkdownBlock.FENCE.matcher(line);
      boolean atFence = mark.matches();
      if (fence.isEmpty() && !atFence) {
        cutLine(line, pieces);
        continue;
      }
      fenced.append(line);
      if (fence.isEmpty()) {
        fence = mark.group(1);
      } else if (line.strip().equals(fence)) {
        pieces.add(fenced.toString());
        fenced.setLength(0);
        fence = "";
      }
    }
    if (!fenced.isEmpty()) {
      pieces.add(fenced.toString());
    }
    return pieces;
  }

  private static void cutLine(String line, List<String> pieces) {
    if (MarkdownBlock.isRow(line)) {
      pieces.add(line);
      return;
    }
    BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
    breaks.setText(line);
    WholeSpans whole = WholeSpans.of(line);
    Matcher closingTag = CLOSING_TAG.matcher(line);
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < line.length()
          && (whole.cover(end)
              || closingTag.region(end, line.length()).lookingAt()
              || goesOn(line.substring(start, end)))) {
        continue;
      }
      pieces.add(line.substring(start, end));
      start = end;
    }
    if (start < line.length()) {
      pieces.add(line.substring(start));
    }
  }

  /** Whether the sentence continues after what looks like its end. */
  private static boolean goesOn(String piece) {
    int start = contentStart(piece);
    String content = piece.substring(start, contentEnd(piece, start));
    if (MARKER.matcher(content).matches()) {
      return true;
    }
    String last = content.substring(content.lastIndexOf(' ') + 1);
    String word = OPENING.matcher(last).replaceFirst("");
    return INNER_DOTS.matcher(word).matches()
        || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static int contentStart(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int contentEnd(String text, int start) {
    int end = text.length();
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
