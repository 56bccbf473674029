package io.dlpo.core.step;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The random draws of one purpose in one step. Its seed is made of the run's seed, the step, the
 * purpose and an index only, so no draw depends on how many others were made before it, nor on the
 * Java version: the generator is SplitMix64, seeded by SHA-256. Not thread-safe.
 */
public final class Draws {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private Draws(long state) {
    this.state = state;
  }

  /**
   * The draws of a purpose.
   *
   * @param seed the run's seed
   * @param step the step
   * @param purpose such as {@code batch}
   * @param index tells several generators of the same purpose apart
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

  /** A uniform draw from [0, 1). */
  public double uniform() {
    return (next() >>> 11) * UNIT;
  }

  /** A uniform draw from 0 to {@code bound} - 1. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound is " + bound + "; allowed is 1 or more");
    }
    while (true) {
      long bits = next() >>> 1;
      long value = bits % bound;
      // The last, incomplete run of values would be drawn too often.
      if (bits - value + (bound - 1) >= 0) {
        return (int) value;
      }
    }
  }

  /** {@code count} distinct numbers from 0 to {@code size} - 1, uniform without replacement. */
  public List<Integer> sample(int size, int count) {
    if (count < 0 || count > size) {
      throw new IllegalArgumentException("count is " + count + "; allowed is 0 to " + size);
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
