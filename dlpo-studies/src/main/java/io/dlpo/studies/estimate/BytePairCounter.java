package io.dlpo.studies.estimate;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts tokens with a model's byte-pair encoding.
 *
 * @param encoding a byte-pair encoding
 * @param exact whether the model is known to use this encoding
 */
record BytePairCounter(Encoding encoding, boolean exact) implements TokenCounter {

  private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();

  /**
   * Two messages with three tokens each plus one for the role, and three for the start of the
   * reply.
   */
  private static final int CHAT = 2 * (3 + 1) + 3;

  private static final int CHARACTERS_AT_LEAST = 8;

  /**
   * Average length of a token in the services' instructions, measured with both OpenAI encodings.
   */
  private static final double CHARACTERS_ON_AVERAGE = 4.5;

  static BytePairCounter of(EncodingType type, boolean exact) {
    return new BytePairCounter(REGISTRY.getEncoding(type), exact);
  }

  @Override
  public String method() {
    return encoding.getName();
  }

  @Override
  public long count(String text) {
    // Special tokens in a prompt are counted as plain text, as the endpoint does.
    return encoding.countTokensOrdinary(text);
  }

  @Override
  public long ofCharacters(int characters) {
    return Math.round(characters / CHARACTERS_ON_AVERAGE);
  }

  @Override
  public int perRequest() {
    return CHAT;
  }

  @Override
  public String text(int tokens) {
    String more = PlaceholderText.characters(tokens * CHARACTERS_AT_LEAST);
    return encoding.decode(encoding.encodeOrdinary(more, tokens).getTokens());
  }
}
