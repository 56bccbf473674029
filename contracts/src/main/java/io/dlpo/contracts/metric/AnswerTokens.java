package io.dlpo.contracts.metric;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tokens of an answer, as in the evaluation of SQuAD. */
public final class AnswerTokens {

  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}]");
  private static final Pattern ARTICLE =
      Pattern.compile("\\b(?:a|an|the)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private AnswerTokens() {}

  /**
   * The tokens in their order: lower case, without punctuation and English articles, split at white
   * space.
   */
  public static List<String> of(String text) {
    String bare =
        PUNCTUATION.matcher(NormalizedText.of(text).toLowerCase(Locale.ROOT)).replaceAll("");
    return SPACE
        .splitAsStream(ARTICLE.matcher(bare).replaceAll(" "))
        .filter(token -> !token.isEmpty())
        .toList();
  }
}
