package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.NumberText;
import io.dlpo.contracts.metric.Numeral;
import io.dlpo.evaluator.scoring.NumberReading.Found;
import io.dlpo.evaluator.scoring.NumberReading.Unreadable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer as one number, with a unit or currency, behind a last equals sign, before a comma
 * or bracket with prose. An answer that can be read in two ways is unreadable.
 */
final class NumberReader {

  private static final Pattern BRACKETED = Pattern.compile("[(\\[{<]([^()\\[\\]{}<>]*)[)\\]}>]");
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** Where prose begins, which says nothing about the value. */
  private static final Pattern PROSE =
      Pattern.compile(
          "[,;](?!\\d)|\\s?[(\\[{]|[.!?](?=\\s)|:(?=\\s)|\\s-\\s?(?=\\p{L})|[)\\]}\"'](?=\\s|$)");

  /** Prose that gives another value after all. */
  private static final Pattern SECOND_VALUE =
      Pattern.compile(
          "\\s?[(\\[{]\\s*[-+]?\\d[\\d.,]*[)\\]}].*|[,;:.]\\s*[-+\\p{Sc}]*\\d.*|.?\\s*(?:and|or|not|no|nor|wait|actually|rather|but)\\b.*\\d.*|[,;].*=.*\\d.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE = Pattern.compile("[\\p{L}\\p{M}\\s\"'(\\[{:,.#~\u2248*_|]*");
  private static final Pattern CURRENCY_CODE =
      Pattern.compile("(?:^|.*\\P{L})(?:\\p{Lu}{3}|Rs\\.?)\\s?$");
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:\\s?(?:%|\\p{Sc}|\u00b0[CFK]?))?"
              + "(?:[\\s/-]?[\\p{L}\\p{M}\u00b5\u03a9][\\p{L}\\p{M}'./%-]*(?:\\^?\\{?[23\u00b2\u00b3]\\}?)?"
              + "(?:\\s+[\\p{L}\\p{M}'./%\u00b0-]+(?:\\^?\\{?[23\u00b2\u00b3]\\}?)?)*)?[\\s.!?\u2026\"'%*_`]*");
  private static final Pattern ATTACHED_LETTER =
      Pattern.compile("([\\p{IsLatin}\\p{IsGreek}])(?![\\p{L}/\u00b2\u00b3^]).*");
  private static final Pattern CHINESE_UNIT =
      Pattern.compile("\\s?([\u5341\u767e\u5343\u4e07\u842c\u4ebf\u5104\u5146]).*");
  private static final String UNIT_LETTERS = "glLhsdAVWNJCF";

  private NumberReader() {}

  static NumberReading read(String answer) {
    String plain = LatexText.plain(answer).strip();
    Matcher bracketed = BRACKETED.matcher(plain);
    String text = NumberText.of(bracketed.matches() ? bracketed.group(1) : plain);
    Matcher digit = DIGIT.matcher(text);
    if (!digit.find()) {
      return new Unreadable("which holds no number; it must hold exactly one");
    }
    Matcher prose = PROSE.matcher(text);
    int end = prose.find(digit.start()) ? prose.start() : text.length();
    return SECOND_VALUE.matcher(text.substring(end)).matches()
        ? several(text)
        : one(text, lastTerm(text.substring(0, end)));
  }

  /** The part behind the last equals sign, if there is a number in it. */
  private static String lastTerm(String text) {
    String term = text.substring(Math.max(text.lastIndexOf('='), text.lastIndexOf('\u2248')) + 1);
    return DIGIT.matcher(term).find() ? term.strip() : text;
  }

  private static NumberReading one(String text, String term) {
    Optional<Numeral> numeral = Numeral.first(term);
    if (numeral.isEmpty()) {
      return new Unreadable("which divides by zero");
    }
    String before = term.substring(0, numeral.get().start());
    String behind = term.substring(numeral.get().end());
    if (DIGIT.matcher(behind.replaceAll("(?<=\\p{L})\\^?\\{?[23]\\}?(?!\\d)", "")).find()) {
      return several(text);
    }
    return changed(before, behind)
        .<NumberReading>map(
            what ->
                new Unreadable(
                    "whose number has "
                        + Quotes.quote(what)
                        + " beside it, which changes its value"))
        .orElseGet(() -> new Found(numeral.get().value()));
  }

  private static NumberReading several(String text) {
    return new Unreadable(
        "which holds " + Numeral.count(text) + " numbers; it must hold exactly one");
  }

  /** What changes the value of the number, or makes it a part of a word. */
  private static Optional<String> changed(String before, String behind) {
    boolean inWord =
        !before.isEmpty()
            && Character.isLetter(before.codePointBefore(before.length()))
            && !CURRENCY_CODE.matcher(before).matches();
    if (inWord || !BEFORE.matcher(before).matches()) {
      return Optional.of(before.strip());
    }
    if (!BEHIND.matcher(behind).matches()) {
      return Optional.of(behind.strip());
    }
    Matcher letter = ATTACHED_LETTER.matcher(behind);
    if (letter.matches() && UNIT_LETTERS.indexOf(letter.group(1).charAt(0)) < 0) {
      return Optional.of(letter.group(1));
    }
    Matcher chinese = CHINESE_UNIT.matcher(behind);
    if (chinese.matches()) {
      return Optional.of(chinese.group(1));
    }
    return ValueWords.before(before).or(() -> ValueWords.behind(behind));
  }
}
