package io.dlpo.studies.figure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void shouldHaveACellForEachColumn() {
    assertThatThrownBy(
            () -> new Table("Costs", List.of("purpose", "paid"), List.of(List.of("batch"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Table.rows of 'Costs' must have 2 cells each");
  }
}
