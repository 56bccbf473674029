package io.dlpo.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies a prompt by its text: equal texts have the same id in every run. */
public record PromptId(@JsonValue String value) {

  private static final int BYTES = 8;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PromptId {
    Identifiers.requireName("PromptId", value);
  }

  /** The id of a prompt text: the first 8 bytes of its SHA-256, in hex. */
  public static PromptId of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new PromptId(HexFormat.of().formatHex(digest, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
