package io.dlpo.optimizer.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.event.SentenceEdit.Op;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.run.PlayedRun;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.step.StepRecord;
import io.dlpo.studies.report.Reports;
import io.dlpo.studies.report.RunFigures;
import io.dlpo.studies.report.RunReport;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RunPageTest {

  private static final PlayedRun PLAYED = PlayedRun.withAllTechniques(8, 4).play();

  @Test
  void shouldShowResultPromptsStepsAndCosts() {
    // Given
    RunReport report = Reports.of(PLAYED);
    HeldOutScore best = Objects.requireNonNull(report.view().bestTest());

    // When
    String html = Pages.run(report);

    // Then
    assertThat(html)
        .startsWith("<!doctype html>")
        .contains("Run run-1: finished, 8 of 8 steps, ")
        .contains(best.correct() + " of " + best.total())
        .contains(String.format(Locale.ROOT, "%.1f %%", 100 * best.score()))
        .contains("Difference +", "0.1235 USD", "gpt-4o-mini (forward), gpt-4o (backward)")
        .contains("Time: 6.5 s")
        .doesNotContain("SIMULATED");
  }

  @Test
  void shouldBeWellFormedWithARowForEachStep() throws Exception {
    // When
    Document body = body(Pages.run(Reports.of(PLAYED)));

    // Then
    Element steps = table(body, "Candidates on the acceptance set");
    assertThat(steps.getElementsByTagName("tr").getLength()).isEqualTo(PLAYED.steps().size() + 1);
    assertThat(body.getElementsByTagName("ins").getLength()).isPositive();
  }

  @Test
  void shouldShowTheResultBeforeAllOtherSections() {
    // When
    String html = Pages.run(Reports.of(PLAYED));

    // Then
    assertThat(html)
        .containsSubsequence(
            "<h2>Result</h2>", "<h2>Prompts</h2>", "<h2>Steps</h2>", "<h2>Configuration</h2>");
    assertThat(html.indexOf("<h2>")).isEqualTo(html.indexOf("<h2>Result</h2>"));
  }

  @Test
  void shouldBeginWithTheVerdictAndShowWhatTurned() {
    // Given
    RunReport report = Reports.of(PLAYED);
    List<String> improved =
        Objects.requireNonNull(Objects.requireNonNull(report.view().comparison()).improved());

    // When
    String html = Pages.run(report);

    // Then
    assertThat(html)
        .containsSubsequence(
            "<h1>", "<p class=\"verdict\">The new prompt is ", "<h2>Result</h2>", "<svg ")
        .containsSubsequence("<h3>Difference</h3>", "<h2>Examples that turned</h2>");
    assertThat(improved).isNotEmpty();
    assertThat(html).contains("<tr><th scope=\"row\">" + improved.getFirst() + "</th>");
  }

  @Test
  void shouldShowTheRejectedCandidatesWithTheirReasons() {
    // Given
    RunReport report = Reports.of(PlayedRun.annealed(8, 1).play());
    List<StepRecord> rejected =
        report.steps().stream()
            .filter(step -> !step.accepted() && !step.edits().isEmpty())
            .toList();

    // When
    String html = Pages.run(report);

    // Then
    assertThat(rejected).isNotEmpty();
    assertThat(html)
        .contains(
            "<summary>step %d: %s</summary>"
                .formatted(rejected.getFirst().step(), rejected.getFirst().reason()));
  }

  @Test
  void shouldLeaveOutPurposesWithoutACall() {
    // When
    String html = Pages.run(Reports.of(PlayedRun.annealed(8, 1).play()));

    // Then
    assertThat(html)
        .contains("<th scope=\"row\">acceptance</th>", "<th scope=\"row\">all</th>")
        .doesNotContain("<th scope=\"row\">contrast</th>");
  }

  @Test
  void shouldDescribeEachKindOfEdit() {
    // Given
    PromptVersion version =
        new PromptVersion(
            PromptId.of("b"),
            PromptId.of("a"),
            2,
            "b",
            true,
            null,
            null,
            List.of(
                new SentenceEdit(Op.ADD, null, 0, null, "Think <b>."),
                new SentenceEdit(Op.MODIFY, 1, null, "Old.", "New."),
                new SentenceEdit(Op.DELETE, 2, null, "Gone.", null),
                new SentenceEdit(Op.MOVE, 3, 1, "Moved.", null)));

    // When
    String html = Pages.run(figuresWith(List.of(version)));

    // Then
    assertThat(html)
        .contains("<summary>step 2</summary>")
        .contains("<li>added after sentence 0: <ins>Think &lt;b&gt;.</ins>")
        .contains("<li>sentence 1: <del>Old.</del> → <ins>New.</ins>")
        .contains("<li>sentence 2 deleted: <del>Gone.</del>")
        .contains("<li>sentence 3 moved after 1: Moved.");
  }

  @Test
  void shouldSayFirstOfAllThatAResultIsSimulated() {
    // When
    String html = Pages.run(Reports.of(PLAYED, "counting", "sim-student", null));

    // Then
    assertThat(html).contains("SIMULATED", "the simulator costs nothing");
    assertThat(html.indexOf("SIMULATED")).isLessThan(html.indexOf("<table"));
  }

  @Test
  void shouldSayWhatIsNotKnownYet() {
    // When
    String html = Pages.run(Reports.of(PlayedRun.annealed(3, 1), "counting", "gpt-x", null));

    // Then
    assertThat(html)
        .contains("nothing yet", "There is nothing to compare", "no other prompt was better")
        .contains("a model of the run has no price");
  }

  @Test
  void shouldListTheRowsThatCountAsWrong() {
    // When
    String html =
        Pages.run(Reports.of(PlayedRun.refused(0.02, Set.of("test-11", "valid-3"), 3, 2).play()));

    // Then
    assertThat(html)
        .contains(
            "<h2>Rows that count as wrong</h2>",
            "<li>test-11, evaluations: ",
            "REFUSED, 400 from test: filtered</li>");
    assertThat(Pages.run(Reports.of(PLAYED))).doesNotContain("Rows that count as wrong");
  }

  @Test
  void shouldSayHowToContinueAPausedRun() {
    // When
    String html = Pages.run(Reports.of(PlayedRun.refused(0, Set.of("train-7"), 3, 2).play()));

    // Then
    assertThat(html)
        .contains("rows got no usable answer, and failures.tolerate allows none: train-7")
        .contains("continue with <code>./dlpo resume run-1</code>");
    assertThat(Pages.run(Reports.of(PLAYED))).doesNotContain("resume");
  }

  @Test
  void shouldRunNothingLoadNothingAndTakeNoTextForMarkup() throws Exception {
    // When
    String html = Pages.run(Reports.of(PLAYED, "<script>a</script>\u001b", "gpt-x", null));

    // Then
    assertThat(html)
        .doesNotContain("<script", "src=", "href=", "url(", "@import", "\u001b")
        .contains("&lt;script&gt;", "default-src 'none'");
    assertThat(body(html).getElementsByTagName("script").getLength()).isZero();
  }

  private static RunFigures figuresWith(List<PromptVersion> changes) {
    RunFigures all = RunFigures.of(Reports.of(PLAYED));
    return new RunFigures(
        all.report(),
        all.status(),
        all.decidedSteps(),
        all.verdict(),
        all.result(),
        all.difference(),
        all.turned(),
        all.diff(),
        changes,
        all.rejected(),
        all.scores(),
        all.steps(),
        all.costs(),
        all.money(),
        all.time(),
        all.seed(),
        all.spec());
  }

  private static Element table(Document body, String caption) {
    NodeList captions = body.getElementsByTagName("caption");
    return IntStream.range(0, captions.getLength())
        .mapToObj(captions::item)
        .filter(node -> node.getTextContent().equals(caption))
        .map(node -> (Element) node.getParentNode())
        .findFirst()
        .orElseThrow();
  }

  private static Document body(String html) throws Exception {
    String body = html.substring(html.indexOf("<body>"), html.indexOf("</body>") + 7);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body)));
  }
}
