package io.dlpo.core.step;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The random draws for one purpose in one step. The seed is derived only from the run's seed, the
 * step, the purpose and an index, so a draw does not depend on earlier draws. The generator is
 * SplitMix64, seeded by SHA-256, so draws do not depend on the Java version either. Not
 * thread-safe.
 */
public final class Draws {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private Draws(long state) {
    this.state = state;
  }

  /**
   * Creates the generator for a purpose.
   *
   * @param seed the run's seed
   * @param step the step
   * @param purpose name of the purpose, such as {@code batch}
   * @param index distinguishes generators of the same purpose
   */
  public static Draws of(long seed, int step, String purpose, int index) {
    String name = seed + "\n" + step + "\n" + purpose + "\n" + index;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return new Draws(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Returns a uniform draw from [0, 1). */
  public double uniform() {
    return (next() >>> 11) * UNIT;
  }

  /** Returns a uniform draw from 0 to {@code bound} - 1. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound is " + bound + "; must be 1 or more");
    }
    while (true) {
      long bits = next() >>> 1;
      long value = bits % bound;
      // Rejects the last, incomplete interval, whose values would be too likely.
      if (bits - value + (bound - 1) >= 0) {
        return (int) value;
      }
    }
  }

  /**
   * Draws {@code count} distinct numbers from 0 to {@code size} - 1, uniformly without replacement.
   */
  public List<Integer> sample(int size, int count) {
    if (count < 0 || count > size) {
      throw new IllegalArgumentException("count is " + count + "; must be 0 to " + size);
    }
    List<Integer> left = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    List<Integer> drawn = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = below(left.size());
      drawn.add(left.get(at));
      left.set(at, left.getLast());
      left.removeLast();
    }
    return drawn;
  }

  private long next() {
    state += GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
