package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImprovementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"comparison\":{\"difference\":0.1,\"p\":0.049}}  | true",
        "{\"comparison\":{\"difference\":0.1,\"p\":0.05}}   | false",
        "{\"comparison\":{\"difference\":-0.1,\"p\":0.001}} | false",
        "{\"comparison\":{\"difference\":0,\"p\":1}}        | false",
        "{\"comparison\":null}                              | false",
        "{}                                                 | false",
      })
  void shouldAskForADifferenceThatChanceHardlyMakes(String run, boolean shown) throws Exception {
    assertThat(Improvement.isShownBy(new ObjectMapper().readTree(run))).isEqualTo(shown);
  }
}
