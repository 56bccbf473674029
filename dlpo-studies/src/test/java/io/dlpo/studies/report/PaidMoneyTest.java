package io.dlpo.studies.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.core.price.Price;
import io.dlpo.core.price.PriceTable;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaidMoneyTest {

  private static final Engines ENGINES =
      new Engines(Engine.greedy("student"), Engine.greedy("teacher"));
  private static final Map<CallPurpose, Usage> USAGE =
      Map.of(
          CallPurpose.TEST, new Usage(3, 1, 2_000_000, 1_000_000),
          CallPurpose.UPDATE, new Usage(1, 0, 1_000_000, 0));

  @Test
  void shouldCountAnswersAtTheForwardModelsPriceAndTheRestAtTheBackwardModels() {
    // Given
    PaidMoney money =
        new PaidMoney(new PriceTable(Map.of("student", price(1, 2), "teacher", price(10, 20))));

    // Then
    assertThat(money.usd(ENGINES, new NumberMetric(), USAGE))
        .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("14"));
  }

  @Test
  void shouldNotGuessWithoutAPrice() {
    // Given
    PaidMoney money = new PaidMoney(new PriceTable(Map.of("student", price(1, 2))));

    // Then
    assertThat(money.usd(ENGINES, new NumberMetric(), USAGE)).isEmpty();
  }

  private static Price price(int input, int output) {
    return new Price(BigDecimal.valueOf(input), BigDecimal.valueOf(output));
  }
}
