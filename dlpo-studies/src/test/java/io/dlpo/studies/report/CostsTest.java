package io.dlpo.studies.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Usage;
import org.junit.jupiter.api.Test;

class CostsTest {

  @Test
  void shouldSayWhetherTokensAreEstimated() {
    assertThat(Costs.tokens(12, new Usage(1, 1, 12, 5))).isEqualTo("12");
    assertThat(Costs.tokens(12, new Usage(1, 1, 12, 5, null, 1)))
        .isEqualTo("12 (partly estimated)");
    assertThat(Costs.tokens(12, new Usage(1, 1, 12, 5, null, 2))).isEqualTo("12 (estimated)");
  }
}
