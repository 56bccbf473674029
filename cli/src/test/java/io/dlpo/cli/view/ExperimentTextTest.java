package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;

class ExperimentTextTest {

  private static final String REPORT =
      """
      {"experimentId":"rates-0123456789","status":"FINISHED","simulated":SIMULATED,
       "finished":3,"runs":4,"groups":[
        {"dataset":"counting","transfer":null,"variants":[
          {"variant":"plain","accuracies":[{"seed":1,"value":0.6},{"seed":2,"value":0.7}],
           "measures":{"ACCURACY":{"mean":0.65,"deviation":0.0707,
             "interval":{"lower":0.0147,"upper":1.2853}},"BASELINE":{"mean":0.4},
             "CALLS":{"mean":800},"PAID_CALLS":{"mean":700.4},
             "LENGTH":{"mean":496},"SENTENCES":{"mean":6}}},
          {"variant":"bold","accuracies":[{"seed":1,"value":0.8}],
           "measures":{"ACCURACY":{"mean":0.8,"deviation":null,"interval":null}}}],
         "comparisons":[{"first":"plain","second":"bold","runs":1,
           "mean":{"difference":0.2,"interval":null,"test":{"statistic":null,"p":null}},
           "adjustedP":null,"spread":{"statistic":1.5,"p":0.0004},"adjustedSpreadP":0.012}]},
        {"dataset":"counting","transfer":"navigate","variants":[],"comparisons":[]}]}
      """;

  private final RecordedConsole printed = RecordedConsole.file();

  @Test
  void shouldPrintResultsAndComparisons() throws Exception {
    // When
    print("false");

    // Then
    assertThat(printed.text())
        .contains("experiment rates-0123456789  FINISHED  3 of 4 runs have a result")
        .contains("counting:")
        .containsPattern(
            "plain +2 runs +accuracy +65.0 %  \\(95 %: 1.5 to 100.0\\)  deviation 7.1 %")
        .contains("baseline 40.0 %")
        .contains("800 calls per run, 700 paid; prompt of 496 characters, 6 sentences")
        .containsPattern("bold +1 runs +accuracy +80.0 %  \\(95 %: –\\)  deviation –  baseline –")
        .contains("plain → bold: +20.0 points (95 %: –), p –, corrected –")
        .contains("spread: p < 0.001, corrected 0.012")
        .contains("counting, scored on navigate:")
        .doesNotContain("SIMULATED");
  }

  @Test
  void shouldSayThatAResultIsSimulated() throws Exception {
    // When
    print("true");

    // Then
    assertThat(printed.text().strip()).startsWith("SIMULATED");
  }

  private void print(String simulated) throws JsonProcessingException {
    ExperimentText.print(
        new ObjectMapper().readTree(REPORT.replace("SIMULATED", simulated)), printed.console());
  }
}
