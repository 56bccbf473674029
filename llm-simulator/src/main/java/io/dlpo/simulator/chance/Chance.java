package io.dlpo.simulator.chance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Pseudo-random numbers derived from texts. Pure. */
public final class Chance {

  private Chance() {}

  /** A number from 0 (inclusive) to 1 (exclusive), derived from the parts. */
  public static double of(String... parts) {
    return (hash(parts) >>> 11) * 0x1.0p-53;
  }

  /** Picks one of the choices. */
  public static <T> T pick(List<T> choices, String... parts) {
    return choices.get((int) (of(parts) * choices.size()));
  }

  /** A 64-bit hash of the parts. */
  public static long hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
