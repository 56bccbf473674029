package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RationalTest {

  @Test
  void shouldCompareByValue() {
    assertThat(of("1", "2").sameAs(of("0.50", "1"))).isTrue();
    assertThat(of("1", "3").sameAs(of("2", "6"))).isTrue();
    assertThat(of("1", "3").sameAs(of("0.333333", "1"))).isFalse();
    assertThat(of("1", "-2").sameAs(of("-1", "2"))).isTrue();
  }

  @Test
  void shouldRefuseToDivideByZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("1", "0.0"))
        .withMessage("denominator is 0; it must be another number");
  }

  private static Rational of(String numerator, String denominator) {
    return new Rational(new BigDecimal(numerator), new BigDecimal(denominator));
  }
}
