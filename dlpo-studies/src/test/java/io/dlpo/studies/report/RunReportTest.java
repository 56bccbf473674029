package io.dlpo.studies.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.run.PlayedRun;
import io.dlpo.core.run.PromptVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunReportTest {

  @Test
  void shouldLeadFromTheInitialPromptToTheBestOverAcceptedVersions() {
    // Given
    RunReport report = Reports.of(PlayedRun.annealed(8, 1).play());

    // When
    List<PromptVersion> path = report.path();

    // Then
    assertThat(path.getFirst()).isEqualTo(report.view().initial());
    assertThat(path.getLast().text()).isEqualTo(report.view().best().text());
    assertThat(path).hasSizeGreaterThan(1).allMatch(PromptVersion::accepted);
    for (int i = 1; i < path.size(); i++) {
      assertThat(path.get(i).parentId()).isEqualTo(path.get(i - 1).promptId());
      assertThat(path.get(i).step()).isGreaterThan(path.get(i - 1).step());
    }
  }

  @Test
  void shouldBeThePromptAloneBeforeAnythingWasAccepted() {
    // Given
    RunReport report = Reports.of(PlayedRun.annealed(8, 1));

    // Then
    assertThat(report.path()).containsExactly(report.view().initial());
  }

  @Test
  void shouldKnowTheSimulatorByItsModels() {
    PlayedRun run = PlayedRun.annealed(1, 1);

    assertThat(Reports.of(run, "n", "sim-student", null).simulated()).isTrue();
    assertThat(Reports.of(run, "n", "gpt-4o-mini", null).simulated()).isFalse();
  }
}
