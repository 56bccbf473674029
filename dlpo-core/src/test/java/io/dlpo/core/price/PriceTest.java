package io.dlpo.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriceTest {

  private static final Price PRICE = new Price(new BigDecimal("2.50"), new BigDecimal("10"));

  @Test
  void shouldTakeBothKindsOfTokensByTheMillion() {
    assertThat(PRICE.usd(1_000_000, 0)).isEqualByComparingTo("2.50");
    assertThat(PRICE.usd(0, 500_000)).isEqualByComparingTo("5");
    assertThat(PRICE.usd(1_000_000, 500_000)).isEqualByComparingTo("7.50");
  }

  @Test
  void shouldNotRoundASingleTokenAway() {
    assertThat(PRICE.usd(1, 0)).isEqualByComparingTo("0.0000025");
  }

  @Test
  void shouldCostNothingWhereNothingIsAsked() {
    assertThat(PRICE.usd(0, 0)).isEqualByComparingTo("0");
    assertThat(new Price(BigDecimal.ZERO, BigDecimal.ZERO).usd(9, 9)).isEqualByComparingTo("0");
  }

  @Property
  void shouldCostTheSameInOneBillAsInTwo(
      @ForAll @LongRange(max = 1_000_000_000) long input,
      @ForAll @LongRange(max = 1_000_000_000) long output) {
    assertThat(PRICE.usd(input, 0).add(PRICE.usd(0, output)))
        .isEqualByComparingTo(PRICE.usd(input, output));
  }

  @Test
  void shouldRefuseNegativePricesAndTokens() {
    assertThatThrownBy(() -> new Price(new BigDecimal("-1"), BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("input is -1; must be 0 or more, in USD per million tokens");
    assertThatThrownBy(() -> PRICE.usd(-1, 0)).hasMessageContaining("-1 in and 0 out");
  }
}
