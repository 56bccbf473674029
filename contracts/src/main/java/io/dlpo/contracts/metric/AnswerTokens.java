package io.dlpo.contracts.metric;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of an answer as SQuAD's evaluation compares them. */
public final class AnswerTokens {

  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
  private static final Pattern ARTICLE =
      Pattern.compile("\\b(?:a|an|the)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private AnswerTokens() {}

  /**
   * In lower case, without ASCII punctuation and English articles, cut at white space; in their
   * order.
   */
  public static List<String> of(String text) {
    String bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return SPACE
        .splitAsStream(ARTICLE.matcher(bare).replaceAll(" "))
        .filter(token -> !token.isEmpty())
        .toList();
  }
}
