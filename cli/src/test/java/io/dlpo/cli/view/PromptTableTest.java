package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;

class PromptTableTest {

  private static final String FORCED =
      """
      {"name":"counting","version":2,"labels":[],"runId":"run-2","promotedAt":"2026-12-02T09:30:00Z",
       "evidence":{"forced":true,"simulated":true}}
      """;
  private static final String SHOWN =
      """
      {"name":"counting","version":1,"labels":["canary","production"],"runId":"run-1f0c2a77",
       "promotedAt":"2026-12-01T09:30:00Z",
       "evidence":{"forced":false,"simulated":false,"baseline":{"correct":41,"total":150},
        "best":{"correct":133,"total":150},"comparison":{"difference":0.61,"p":0.0001}}}
      """;

  private final RecordedConsole file = RecordedConsole.file();

  @Test
  void shouldListNamesWithTheirLabels() throws Exception {
    // Given
    String prompts =
        """
        [{"name":"counting","versions":3,"labels":{"canary":3,"production":2},"changedAt":"2026-12-01T09:30:00Z"},
         {"name":"sorting","versions":1,"labels":{},"changedAt":"2026-12-02T10:00:00Z"}]
        """;

    // When
    PromptTable.printNames(json(prompts), file.console());

    // Then
    assertThat(file.text())
        .isEqualTo(
            """
            NAME      VERSIONS  LABELS                  CHANGED
            counting         3  canary=3, production=2  2026-12-01T09:30:00Z
            sorting          1  –                       2026-12-02T10:00:00Z
            """);
  }

  @Test
  void shouldListVersionsWithTheirEvidence() throws Exception {
    // When
    PromptTable.printVersions(json("[" + FORCED + "," + SHOWN + "]"), file.console());

    // Then
    assertThat(file.text())
        .isEqualTo(
            """
            VERSION  LABELS              RUN           BASELINE         BEST              P        EVIDENCE                                 PROMOTED
                  2  –                   run-2         not scored       not scored        –        SIMULATED, forced, no improvement shown  2026-12-02T09:30:00Z
                  1  canary, production  run-1f0c2a77  41/150 (27.3 %)  133/150 (88.7 %)  < 0.001  improvement shown                        2026-12-01T09:30:00Z
            """);
  }

  @Test
  void shouldSayWhatAPromotionHasMadeAndThatItWasForced() throws Exception {
    // When
    PromptTable.printPromoted(json(SHOWN), file.console());
    PromptTable.printPromoted(json(FORCED), file.console());

    // Then
    assertThat(file.text())
        .isEqualTo(
            """
            counting version 1, labels: canary, production, from run run-1f0c2a77
            test split: 41/150 (27.3 %) → 133/150 (88.7 %), p < 0.001 (improvement shown)
            counting version 2, labels: –, from run run-2
            test split: not scored → not scored, p – (SIMULATED, forced, no improvement shown)
            """);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
