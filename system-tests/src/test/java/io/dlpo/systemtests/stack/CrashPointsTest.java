package io.dlpo.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CrashPointsTest {

  @Test
  void shouldHaveEachKindOfPointOnce() {
    // Given
    Set<String> kinds =
        CrashPoints.all().stream().map(CrashPointsTest::kind).collect(Collectors.toSet());

    // When
    List<String> planned =
        CrashPoints.ofEachKind().planned().stream().map(CrashPointsTest::kind).toList();

    // Then
    assertThat(planned).containsExactlyInAnyOrderElementsOf(kinds);
  }

  private static String kind(String point) {
    return point.substring(point.indexOf('.') + 1);
  }
}
