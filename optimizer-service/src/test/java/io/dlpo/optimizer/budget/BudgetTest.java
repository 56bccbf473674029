package io.dlpo.optimizer.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Usage;
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
  void shouldRefuseLimitsThatLimitNothing() {
    assertThatThrownBy(() -> new Budget(null, null, true)).hasMessageContaining("has no limit");
    assertThatThrownBy(() -> new Budget(0, null, true)).hasMessageContaining("budget.calls is 0");
    assertThatThrownBy(() -> new Budget(null, -1L, true))
        .hasMessageContaining("budget.tokens is -1");
  }
}
