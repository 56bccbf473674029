package io.dlpo.core.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.price.Price;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BudgetTest {

  @Test
  void shouldSayWhatIsSpentAndWhatWasAskedFor() {
    // Given
    Charges charges = Charges.NONE.backward(new Usage(90, 0, 0, 0));

    // Then
    assertThat(new Budget(100, null, true).refuses(charges, 5, 6, "the next batch"))
        .contains(
            "budget.calls is 100: 90 are spent, and the next batch may take 5 beside the 6 that"
                + " the final test needs");
    assertThat(new Budget(100, null, true).refuses(charges, 11, 0, "the next batch"))
        .contains("budget.calls is 100: 90 are spent, and the next batch may take 11");
  }

  @Property
  void shouldAllowExactlyWhatFits(
      @ForAll @IntRange(min = 1, max = 1_000) int limit,
      @ForAll @IntRange(max = 1_000) int spent,
      @ForAll @IntRange(max = 1_000) int next,
      @ForAll @IntRange(max = 1_000) int kept) {
    // Given
    Charges charges = Charges.NONE.backward(new Usage(spent, 0, 0, 0));

    // Then
    assertThat(new Budget(limit, null, true).refuses(charges, next, kept, "it").isEmpty())
        .isEqualTo(spent + next + kept <= limit);
  }

  @Test
  void shouldExpectFurtherCallsToTakeAsManyTokensAsThoseBefore() {
    // Given
    Charges charges = Charges.NONE.backward(new Usage(10, 0, 900, 100));

    // Then
    assertThat(new Budget(null, 1_500L, true).refuses(charges, 5, 0, "it")).isEmpty();
    assertThat(new Budget(null, 1_499L, true).refuses(charges, 5, 0, "it"))
        .contains("budget.tokens is 1499: 1000 are spent, and it may take 500");
  }

  @Test
  void shouldBeginWithinATokenLimitWhateverTheFirstCallsTake() {
    assertThat(new Budget(null, 1L, true).refuses(Charges.NONE, 5, 0, "it")).isEmpty();
  }

  @Test
  void shouldExpectFurtherCallsToCostAsMuchAsThoseBefore() {
    // Given
    Price price = new Price(new BigDecimal("2"), new BigDecimal("10"));
    Money money = new Money(new BigDecimal("0.012"), new Rates(price, price, price));
    Charges charges = Charges.NONE.backward(new Usage(10, 0, 3_000, 200));

    // Then
    assertThat(new Budget(null, null, money, true).refuses(charges, 5, 0, "it")).isEmpty();
    assertThat(new Budget(null, null, money, true).refuses(charges, 5, 1, "it"))
        .contains(
            "budget.usd is 0.012: 0.0080 are spent, and it may take 0.0040 beside the 0.0008 that"
                + " the final test needs");
  }

  @Test
  void shouldPriceEachEngineOnItsOwn() {
    // Given
    Charges charges =
        Charges.NONE
            .scored(
                new PromptId("p"), List.of(0), new Usage(1, 0, 1_000_000, 0), new Usage(1, 0, 0, 1))
            .backward(new Usage(1, 0, 0, 1_000_000));

    // Then
    assertThat(
            new Rates(price("1", "1000"), price("1000", "3"), price("0", "5000000")).usd(charges))
        .isEqualByComparingTo("9");
  }

  private static Price price(String input, String output) {
    return new Price(new BigDecimal(input), new BigDecimal(output));
  }

  @Test
  void shouldRefuseLimitsThatLimitNothing() {
    assertThatThrownBy(() -> new Budget(null, null, true)).hasMessageContaining("has no limit");
    assertThatThrownBy(() -> new Budget(0, null, true)).hasMessageContaining("budget.calls is 0");
    assertThatThrownBy(() -> new Budget(null, -1L, true))
        .hasMessageContaining("budget.tokens is -1");
  }
}
