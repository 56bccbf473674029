package io.dlpo.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceTableTest {

  private static final Price CHEAP = price("0.15", "0.60");
  private static final Price DEAR = price("5", "15");

  @Test
  void shouldKnowADatedVersionByTheNameOfItsModel() {
    // Given
    PriceTable table = new PriceTable(Map.of("gpt-x", CHEAP));

    // Then
    assertThat(table.of("gpt-x")).contains(CHEAP);
    assertThat(table.of("gpt-x-2026-08-06")).contains(CHEAP);
  }

  @Test
  void shouldPreferTheVersionsOwnPrice() {
    // Given
    PriceTable table = new PriceTable(Map.of("gpt-x", CHEAP, "gpt-x-2026-05-13", DEAR));

    // Then
    assertThat(table.of("gpt-x-2026-05-13")).contains(DEAR);
  }

  @Test
  void shouldHaveNoPriceForAnyOtherModel() {
    // Given
    PriceTable table = new PriceTable(Map.of("gpt-x", CHEAP));

    // Then
    assertThat(table.of("gpt-x-mini")).isEmpty();
    assertThat(table.of("gpt")).isEmpty();
    assertThat(table.of("gpt-y-2026-08-06")).isEmpty();
  }

  @Test
  void shouldLetTheOtherTableWinAndKeepTheRest() {
    // Given
    PriceTable builtIn = new PriceTable(Map.of("a", CHEAP, "b", CHEAP));

    // When
    PriceTable both = builtIn.with(new PriceTable(Map.of("b", DEAR, "c", DEAR)));

    // Then
    assertThat(both.byModel())
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", CHEAP, "b", DEAR, "c", DEAR));
  }

  private static Price price(String input, String output) {
    return new Price(new BigDecimal(input), new BigDecimal(output));
  }
}
