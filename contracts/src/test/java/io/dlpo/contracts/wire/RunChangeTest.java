package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunChangeTest {

  @Test
  void shouldBeExtensionsThatSortAsText() {
    assertThat(new RunChange(42, "input-3", List.of("input-1", "input-2")).extensions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sequence", "0000000042",
                "causationid", "input-3",
                "priorids", "input-1,input-2"));
    assertThat(new RunChange(1, "input-1", List.of()).extensions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("sequence", "0000000001", "causationid", "input-1"));
  }

  @Test
  void shouldBeReadFromItsExtensions() {
    for (RunChange change :
        List.of(
            new RunChange(42, "input-3", List.of("input-1", "input-2")),
            new RunChange(12_345_678_901L, "input-1", List.of()))) {
      assertThat(RunChange.of(change.extensions()::get)).hasValue(change);
    }
  }

  @Test
  void shouldBeEmptyForAnEventWithoutASequence() {
    assertThat(RunChange.of(name -> null)).isEmpty();
  }

  @Test
  void shouldRefuseExtensionsThatAreNotAsDocumented() {
    assertThatThrownBy(() -> RunChange.of(Map.of("sequence", "first", "causationid", "i")::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sequence is 'first' and causationid is 'i'; must be a number and an event id");
    assertThatThrownBy(() -> RunChange.of(Map.of("sequence", "1")::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sequence is '1' and causationid is 'null'; must be a number and an event id");
    assertThatThrownBy(() -> new RunChange(2, "i", List.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("RunChange.sequence is 2; must be greater than 2, the number of priorIds");
  }
}
