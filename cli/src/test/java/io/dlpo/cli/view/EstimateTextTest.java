package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;

class EstimateTextTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ESTIMATE =
      """
      {"name":"a","models":{"forward":"MODEL","backward":"gpt-4o"},"rehearsals":200,
       "stages":[{"stage":"BATCH","model":"MODEL","spent":{"ledger":3,
         "calls":{"expected":65,"low":50,"high":80},
         "inputTokens":{"expected":6500,"low":1,"high":2},
         "outputTokens":{"expected":800,"low":1,"high":2},
         "usd":{"expected":0.0000125,"low":0.00001,"high":0.00002}}}],
       "total":{"ledger":3,"calls":{"expected":700,"low":600,"high":800},
         "inputTokens":{"expected":70000,"low":1,"high":2},
         "outputTokens":{"expected":9000,"low":1,"high":2},"usd":USD},
       "assumptions":[{"key":"tokens.answer","value":180.0,"meaning":"tokens","source":"given"},
         {"key":"accuracy.end","value":0.9,"meaning":"right","source":"default of any model"}],
       "notes":["money is unknown: no price for MODEL\\u001b[2J"]}
      """;

  @Test
  void shouldShowEachStageAndTheTotal() throws Exception {
    // When
    String shown = shown("gpt-x", "{\"expected\":0.42,\"low\":0.31,\"high\":1.5}");

    // Then
    assertThat(shown.lines())
        .anyMatch(line -> line.matches("batch +gpt-x +65 +50–80 +6500 +800 +0\\.0000125"))
        .anyMatch(line -> line.matches("total +700 +600–800 +70000 +9000 +0\\.42"))
        .contains("8 of 10 runs cost between 0.31 and 1.50 USD")
        .noneMatch(line -> line.contains("SIMULATED"));
  }

  @Test
  void shouldShowWhatIsAssumedAndHowToChangeIt() throws Exception {
    // When
    String shown = shown("gpt-x", "null");

    // Then
    assertThat(shown)
        .contains("assumptions of 200 simulated runs:", "--assume KEY=VALUE")
        .containsPattern("tokens\\.answer +180 +tokens \\(given\\)")
        .containsPattern("accuracy\\.end +0\\.9 +right \\(default of any model\\)");
  }

  @Test
  void shouldNeverShowUnknownMoneyAsANumber() throws Exception {
    // When
    String shown = shown("gpt-x", "null");

    // Then
    assertThat(shown.lines())
        .anyMatch(line -> line.matches("total .* unknown"))
        .noneMatch(line -> line.contains("USD,"))
        .anyMatch(line -> line.startsWith("note: money is unknown: no price for gpt-x"));
    assertThat(shown).doesNotContain("8 of 10", "\u001b");
  }

  @Test
  void shouldSayThatTheModelsAreSimulatedAndShowNoRangeOfMoney() throws Exception {
    assertThat(shown("sim-student", "{\"expected\":0,\"low\":0,\"high\":0}"))
        .startsWith("SIMULATED")
        .doesNotContain("cost between");
  }

  private static String shown(String model, String usd) throws JsonProcessingException {
    RecordedConsole printed = RecordedConsole.file();
    String json = ESTIMATE.replace("MODEL", model).replace("USD", usd);
    EstimateText.print(MAPPER.readTree(json), printed.console());
    return printed.text();
  }
}
