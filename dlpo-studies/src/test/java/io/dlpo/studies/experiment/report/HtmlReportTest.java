package io.dlpo.studies.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellStatus;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlReportTest {

  private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
  private static final Pattern BODY = Pattern.compile("<body>.*</body>", Pattern.DOTALL);

  @Test
  void shouldShowResultsDifferencesSpreadsAndCosts() {
    // When
    String html = twoVariants();

    // Then
    assertThat(html)
        .startsWith("<!doctype html>")
        .contains("66.8 %", "73.6 %", "55.1 to 78.5")
        .contains("plain → bold", "+6.8", "-0.4 to +14.0", "0.058", "0.125")
        .contains("Brown-Forsythe", "10 of 10 runs have a result.")
        .contains("gpt-4o-mini (forward), gpt-4o (backward)");
  }

  @Test
  void shouldBeWellFormedWithTablesAndPlotsForEachGroup() throws Exception {
    // When
    Document body = xml(first(BODY, twoVariants()));

    // Then
    assertThat(body.getElementsByTagName("svg").getLength()).isEqualTo(2);
    assertThat(body.getElementsByTagName("table").getLength()).isEqualTo(5);
    assertThat(body.getElementsByTagName("details").getLength()).isEqualTo(10);
  }

  @Test
  void shouldBeginWithAllDatasetsTogether() {
    // When
    String html =
        HtmlReport.write(
            Outcomes.none()
                .finished("count", "plain", 62, 71)
                .finished("sort", "plain", 70, 74)
                .report());

    // Then
    assertThat(html)
        .containsSubsequence("<h2>all datasets</h2>", "<h2>count</h2>", "<h2>sort</h2>");
    assertThat(twoVariants()).doesNotContain("<h2>all datasets</h2>");
  }

  @Test
  void shouldDrawADotForEachRunAndALineForEachVariant() throws Exception {
    // When
    List<String> plots = all(SVG, twoVariants());

    // Then
    Document spread = xml(plots.getFirst());
    assertThat(spread.getElementsByTagName("circle").getLength()).isEqualTo(10);
    assertThat(spread.getDocumentElement().getAttribute("aria-label"))
        .contains("Accuracy on the test split");
    Document steps = xml(plots.getLast());
    assertThat(steps.getElementsByTagName("path").getLength()).as("band, line, key").isEqualTo(6);
    assertThat(attributes(steps, "path", "d")).noneMatch(data -> data.contains("NaN"));
  }

  @Test
  void shouldLoadNothingAndRunNothing() {
    assertThat(twoVariants())
        .doesNotContain("<script", "src=", "href=", "url(", "@import")
        .contains("default-src &#39;none&#39;");
  }

  @Test
  void shouldTakeNothingThatAModelWroteForMarkup() throws Exception {
    // Given
    String hostile = "</pre><script>alert(1)</script>\u001b";

    // When
    String html =
        HtmlReport.write(
            Outcomes.none()
                .forward("<img onerror=x>")
                .finished(new Cell("count", "plain", 1, null), 40, 50, hostile)
                .report());

    // Then
    assertThat(html).doesNotContain("<script", "<img", "\u001b").contains("&lt;script&gt;");
    assertThat(xml(first(BODY, html)).getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void shouldSayFirstOfAllThatAResultIsSimulated() {
    // When
    String simulated =
        HtmlReport.write(
            Outcomes.none().forward("sim-student").finished("count", "plain", 50).report());

    // Then
    assertThat(simulated).contains("SIMULATED");
    assertThat(simulated.indexOf("SIMULATED")).isLessThan(simulated.indexOf("<table"));
    assertThat(twoVariants()).doesNotContain("SIMULATED");
  }

  @Test
  void shouldShowWhatHasNotEndedAndDrawNothingWithoutResults() throws Exception {
    // When
    String html =
        HtmlReport.write(
            Outcomes.none()
                .other(new Cell("count", "plain", 1, null), CellStatus.RUNNING)
                .other(new Cell("count", "bold", 1, null), CellStatus.WAITING)
                .report());

    // Then
    assertThat(html).contains("0 of 2 runs", "running", "waiting", "nothing yet");
    assertThat(xml(first(BODY, html)).getElementsByTagName("svg").getLength()).isZero();
  }

  private static String twoVariants() {
    return HtmlReport.write(
        Outcomes.none()
            .finished("count", "plain", 62, 71, 55, 80, 66)
            .finished("count", "bold", 70, 74, 68, 79, 77)
            .report());
  }

  private static String first(Pattern pattern, String text) {
    return all(pattern, text).getFirst();
  }

  private static List<String> all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static List<String> attributes(Document document, String element, String name) {
    var nodes = document.getElementsByTagName(element);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      values.add(((Element) nodes.item(i)).getAttribute(name));
    }
    return values;
  }
}
