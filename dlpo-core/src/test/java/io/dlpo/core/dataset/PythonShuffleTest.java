package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values were printed by {@code random.Random(seed).shuffle(list(range(n)))}. */
class PythonShuffleTest {

  @ParameterizedTest
  @CsvSource({
    "0, 10, 7 8 1 5 3 4 2 0 9 6",
    "42, 10, 7 3 2 8 5 6 9 4 0 1",
    "-5, 10, 2 3 1 0 8 7 6 5 4 9",
    "4294967296, 10, 8 9 3 2 4 7 0 6 5 1",
    "1099511627783, 12, 0 5 2 3 6 1 8 4 7 11 10 9",
    "9223372036854775807, 7, 6 0 4 3 1 5 2",
    "3, 2, 1 0",
    "3, 1, 0",
    "3, 0, ''"
  })
  void shouldGiveTheOrderOfCPython(long seed, int size, String expected) {
    // When
    List<Integer> order = shuffled(seed, size);

    // Then
    assertThat(order.stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 250, c051a930334299c03255c1f88e283bd8a231e23fb530f90cdf5e49e2da68a169",
    "1, 1000, 21b1989462bfadf22ee8ef8a39cbd2edffaa9540e71dcac486893a723e56bb6f",
    "7, 100000, a4c29efefe88a234a879ccce2e7c82d880fe4bf46d6b7e5dce57d342c9a30e1b"
  })
  void shouldGiveTheOrderOfCPythonToTheLastPlace(long seed, int size, String digest)
      throws NoSuchAlgorithmException {
    // When
    String order =
        shuffled(seed, size).stream().map(String::valueOf).collect(Collectors.joining(","));

    // Then
    assertThat(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(order.getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(digest);
  }

  @Test
  void shouldBeginAsTheAuthorsSplitOfABbhTask() {
    // When / Then
    assertThat(shuffled(1001, 250)).startsWith(79, 234, 117, 63, 238, 20, 18, 221, 68, 21);
  }

  @Property
  void shouldLoseNothing(@ForAll long seed, @ForAll @IntRange(max = 300) int size) {
    // When
    List<Integer> order = shuffled(seed, size);

    // Then
    assertThat(order).containsExactlyInAnyOrderElementsOf(numbers(size));
    assertThat(shuffled(seed, size)).isEqualTo(order);
  }

  private static List<Integer> shuffled(long seed, int size) {
    List<Integer> list = new ArrayList<>(numbers(size));
    PythonShuffle.shuffle(list, seed);
    return list;
  }

  private static List<Integer> numbers(int size) {
    return IntStream.range(0, size).boxed().toList();
  }
}
