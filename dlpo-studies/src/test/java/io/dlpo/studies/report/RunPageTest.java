package io.dlpo.studies.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.core.run.PlayedRun;
import java.io.StringReader;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class RunPageTest {

  private static final PlayedRun PLAYED = PlayedRun.withAllTechniques(8, 4).play();

  @Test
  void shouldShowResultPromptsStepsAndCosts() {
    // Given
    RunReport report = Reports.of(PLAYED);
    HeldOutScore best = Objects.requireNonNull(report.progress().bestTest());

    // When
    String html = RunPage.write(report);

    // Then
    assertThat(html)
        .startsWith("<!doctype html>")
        .contains("Run run-1: finished, 8 of 8 steps")
        .contains(best.correct() + " of " + best.total())
        .contains(String.format(Locale.ROOT, "%.1f %%", 100 * best.score()))
        .contains("Difference +", "0.1235 USD", "gpt-4o-mini (forward), gpt-4o (backward)")
        .contains("Time: 6.5 s")
        .doesNotContain("SIMULATED");
  }

  @Test
  void shouldBeWellFormedWithARowForEachStep() throws Exception {
    // When
    Document body = body(RunPage.write(Reports.of(PLAYED)));

    // Then
    assertThat(body.getElementsByTagName("table").getLength()).isEqualTo(3);
    assertThat(body.getElementsByTagName("tbody").item(1).getChildNodes().getLength())
        .as("steps and the line ends between them")
        .isEqualTo(2 * PLAYED.steps().size());
    assertThat(body.getElementsByTagName("ins").getLength()).isPositive();
  }

  @Test
  void shouldSayFirstOfAllThatAResultIsSimulated() {
    // When
    String html = RunPage.write(Reports.of(PLAYED, "counting", "sim-student", null));

    // Then
    assertThat(html).contains("SIMULATED", "the simulator costs nothing");
    assertThat(html.indexOf("SIMULATED")).isLessThan(html.indexOf("<table"));
  }

  @Test
  void shouldSayWhatIsNotKnownYet() {
    // When
    String html = RunPage.write(Reports.of(PlayedRun.annealed(3, 1), "counting", "gpt-x", null));

    // Then
    assertThat(html)
        .contains("nothing yet", "there is nothing to compare", "no other prompt was better")
        .contains("a model of the run has no price");
  }

  @Test
  void shouldRunNothingLoadNothingAndTakeNoTextForMarkup() throws Exception {
    // When
    String html = RunPage.write(Reports.of(PLAYED, "<script>a</script>\u001b", "gpt-x", null));

    // Then
    assertThat(html)
        .doesNotContain("<script", "src=", "href=", "url(", "@import", "\u001b")
        .contains("&lt;script&gt;", "default-src &#39;none&#39;");
    assertThat(body(html).getElementsByTagName("script").getLength()).isZero();
  }

  private static Document body(String html) throws Exception {
    String body = html.substring(html.indexOf("<body>"), html.indexOf("</body>") + 7);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body)));
  }
}
