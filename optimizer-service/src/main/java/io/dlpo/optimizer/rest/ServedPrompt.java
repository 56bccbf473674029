package io.dlpo.optimizer.rest;

import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A prompt as it is sent.
 *
 * @param body the JSON
 * @param tag identifies the body: the same in every process
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ServedPrompt(byte[] body, EntityTag tag) {

  private static final int TAG_BYTES = 16;

  static ServedPrompt of(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return new ServedPrompt(body, new EntityTag(HexFormat.of().formatHex(digest, 0, TAG_BYTES)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
