package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "17.71139971139971, 17.71",
    "180.0, 180",
    "0.9, 0.9",
    "0, 0",
    "65, 65",
    "123456, 123456",
    "123456.7, 123457",
    "0.000012345, 0.00001234",
    "null, –"
  })
  void shouldRoundNumbers(String number, String shown) throws Exception {
    assertThat(Formats.number(MAPPER.readTree(number))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.0000125, 0.0000125",
    "0.00001254321, 0.0000125",
    "0.31, 0.31",
    "1.5, 1.50",
    "1234.567, 1234.57"
  })
  void shouldRoundMoney(String amount, String shown) throws Exception {
    assertThat(Formats.usd(MAPPER.readTree(amount))).isEqualTo(shown);
  }

  @Test
  void shouldPrintLongTimesInMinutesAndHours() {
    assertThat(Formats.duration(59_400)).isEqualTo("59 s");
    assertThat(Formats.duration(60_000)).isEqualTo("1 min 0 s");
    assertThat(Formats.duration(7_500_000)).isEqualTo("2 h 5 min");
  }
}
