package io.dlpo.studies.estimate;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts by the encoding of a model.
 *
 * @param encoding a byte-pair encoding
 * @param exact whether it is known to be the model's own
 */
record BytePairCounter(Encoding encoding, boolean exact) implements TokenCounter {

  private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();

  /** Three for each message, one for its role, and three for the begin of the reply. */
  private static final int CHAT = 2 * (3 + 1) + 3;

  private static final int CHARACTERS_AT_LEAST = 8;

  static BytePairCounter of(EncodingType type, boolean exact) {
    return new BytePairCounter(REGISTRY.getEncoding(type), exact);
  }

  @Override
  public String method() {
    return encoding.getName();
  }

  @Override
  public long count(String text) {
    // Ordinary: what looks like a special token in a prompt is text to the endpoint, too.
    return encoding.countTokensOrdinary(text);
  }

  @Override
  public int perRequest() {
    return CHAT;
  }

  @Override
  public String text(int tokens) {
    String more = Filler.characters(tokens * CHARACTERS_AT_LEAST);
    return encoding.decode(encoding.encodeOrdinary(more, tokens).getTokens());
  }
}
