package io.dlpo.gateway.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a key file holds. Pure. */
final class KeyContent {

  /** The longest key in bytes; longer ones exceed what servers take as a header. */
  static final int MOST = 8192;

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

  private KeyContent() {}

  /**
   * Reads a key. White space around it, such as the line end that an editor adds, is no part of it.
   *
   * @throws IllegalArgumentException if there is no key that a header can hold; the message says
   *     why, without the content
   */
  static String key(byte[] content) {
    if (content.length > MOST) {
      throw new IllegalArgumentException(
          "it has more than " + MOST + " bytes; it must hold the API key and nothing else");
    }
    String key = new String(content, StandardCharsets.UTF_8).strip();
    if (key.isEmpty()) {
      throw new IllegalArgumentException("it is empty; it must hold the API key");
    }
    if (!VISIBLE.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "it must hold the API key and nothing else: one line of letters, digits and signs of"
              + " ASCII");
    }
    return key;
  }
}
