package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.browser.Axe;
import io.dlpo.systemtests.browser.Browser;
import io.dlpo.systemtests.browser.Keyboard;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser, by the keyboard alone. */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardST {

  private static final String NAME = "dashboard";
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final int PHONE = 390;
  private static final int DESKTOP = 1280;

  /**
   * With a folder, such as {@code docs/images}, the pictures of the documentation are taken anew.
   */
  private static final String PICTURES = System.getProperty("dlpo.pictures");

  private static final String SPEC =
      """
      name: dashboard
      prompt: You will answer a reasoning question (dashboard).
      dataset: {split: {train: 30, validation: 20, test: 30, seed: 7}}
      metric: {type: number}
      optimizer: {batchSize: 4, steps: 6, learningRate: {limit: 4, decay: linear}}
      budget: {calls: 5000}
      seed: 611
      """;

  private static Stack stack;
  private static Browser browser;
  private static Keyboard keyboard;
  private static String runId;

  @BeforeAll
  static void open(Stack shared) {
    browser = Browser.start();
    keyboard = browser.keyboard();
    stack = shared;
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
  void shouldStartARunWatchItEndAndReadWhatChanged() {
    // Given
    browser.open(stack.rest() + "/");

    // When a run is started
    keyboard.enter("Start a run");
    browser.awaitPath("/start");
    keyboard.fill("Spec", SPEC);
    keyboard
        .to("Drop a dataset here")
        .sendKeys(Dlpo.inCheckout("examples/object-counting.jsonl").toString());
    keyboard.enter("Check and estimate");
    browser.awaitText("#estimate", "paid calls");
    keyboard.enter("Start the run");
    browser.awaitPath("/runs/run-[0-9a-f]+");
    runId = browser.path().substring("/runs/".length());

    // Then it is watched to its end
    browser.awaited(".badge.finished");
    RunReport report = stack.runNow(runId);
    assertThat(browser.text("main")).contains(NAME, "simulated", decided(report) + " of 6");
    browser.awaitText("#result-title + div", report.bestCorrect() + " of 30");

    // Then the difference is that of both prompts
    browser.awaitText("#diff", report.bestPrompt().substring(report.bestPrompt().length() - 20));
    assertThat(textWithout("del")).isEqualTo(report.bestPrompt());
    assertThat(textWithout("ins")).isEqualTo(report.json().path("initialPrompt").asText());

    // Then it says why
    keyboard.enter("Step ");
    browser.awaitText(".reason", "Textual gradient");
    picture("dashboard-run.png", 1330);
    assertThat(browser.errors()).isEmpty();
  }

  private static int decided(RunReport report) {
    return report.json().path("accepted").asInt() + report.json().path("rejected").asInt();
  }

  private static String textWithout(String change) {
    return String.valueOf(
        browser.script(
            """
            const copy = document.getElementById("diff").cloneNode(true);
            copy.querySelectorAll(given[0]).forEach((one) => one.remove());
            return copy.textContent;
            """,
            change));
  }

  @Test
  @Order(2)
  void shouldFindAnExampleThatTurned() {
    // Given
    openRun(finishedRun());

    // When
    keyboard.enter("Show the examples");
    browser.awaitText("#examples-count", "right before, wrong now");
    keyboard.choose("Show", "wrong before");

    // Then
    browser.awaitText("#examples-count", "wrong before, right now");
    assertThat(browser.text("#examples tbody tr")).contains("✕ wrong", "✓ right");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  @Order(3)
  void shouldCancelAnotherRunAndSeeItInTheList() {
    // Given
    RunningCommand running =
        stack.startRun(
            SpecFile.write(
                stack.dlpo(),
                "dashboard-cancelled",
                SpecFile.smallText("dashboard-cancelled", 500, 612) + "stop: {allRight: false}\n"),
            "--run-id",
            "dashboard-cancelled");
    browser.open(stack.rest() + "/");

    // When
    keyboard.enter("dashboard-cancelled");
    browser.awaitPath("/runs/dashboard-cancelled");
    // The button comes before the steps, of which there are more every second.
    browser.awaitText("main", "Cancel");
    keyboard.enter("Cancel");
    keyboard.enter("Cancel the run");

    // Then
    browser.awaited(".badge.cancelled");
    assertThat(stack.runNow("dashboard-cancelled").status()).isEqualTo("CANCELLED");
    running.await(TIMEOUT);
    keyboard.enter("Runs");
    browser.awaitPath("/");
    browser.awaitText("main", "dashboard-cancelled");
    picture("dashboard-runs.png", 300);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  @Order(4)
  void shouldPromoteAPromptAndRollBack() {
    openRun(finishedRun());
    Assumptions.assumeTrue(
        Boolean.TRUE.equals(
            browser.script("return (await import(\"/assets/page.js\")).hasPrompts();")),
        "the service has no registry of prompts");

    // Given two versions, the later of which is in production
    String other = stack.run(SpecFile.small(stack.dlpo(), "dashboard-other", 2, 613)).runId();
    for (String promoted : List.of(finishedRun(), other)) {
      openRun(promoted);
      keyboard.enter("Promote …");
      keyboard.fill("Name", "dashboard-prompt");
      keyboard.to("Promote even if");
      keyboard.press(" ");
      keyboard.enter("Promote");
      browser.awaitText("main", "Promoted as dashboard-prompt");
    }
    browser.open(stack.rest() + "/prompts");
    browser.awaitText("main", "Label version 2");

    // When
    keyboard.enter("Label version 1");
    keyboard.enter("Move the label");

    // Then
    browser.awaitText("tbody tr:nth-child(2)", "production");
    assertThat(browser.errors()).isEmpty();
  }

  @ParameterizedTest
  @Order(5)
  @CsvSource({
    "/, light",
    "/, dark",
    "/runs/RUN, light",
    "/runs/RUN, dark",
    "/start, light",
    "/experiments, light",
    "/flow, dark",
  })
  void shouldHaveNoBarriersAndFitAPhone(String path, String scheme) {
    // Given
    browser.prefer(scheme);
    browser.open(stack.rest() + path.replace("RUN", finishedRun()));
    browser.awaited(path.contains("RUN") ? ".facts" : "main h1");
    browser.awaitText("main", path.equals("/flow") ? "ExampleRequested" : "");

    // Then
    assertThat(new Axe().barriers(browser)).isEmpty();

    // When
    browser.width(PHONE);

    // Then
    assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth;"))
        .isEqualTo(true);
    browser.width(DESKTOP);
    browser.prefer("light");
    assertThat(browser.errors()).isEmpty();
  }

  @ParameterizedTest
  @Order(6)
  @CsvSource({
    "a b c, a b c, 'same:a b c'",
    "a b c, a x c, 'same:a |removed:b|added:x|same: c'",
    "'', new text, added:new text",
    "old text, '', removed:old text",
    "Größe 3, Größe 4, 'same:Größe |removed:3|added:4'",
  })
  void shouldTellTextsApartByTheirWords(String before, String after, String expected) {
    browser.open(stack.rest() + "/");
    assertThat(
            browser.script(
                """
                const { diff } = await import("/assets/word-diff.js");
                return diff(given[0], given[1]).map(({ kind, text }) => `${kind}:${text}`).join("|");
                """,
                before,
                after))
        .isEqualTo(expected);
  }

  /** The run of the first test, or one like it for a test that runs without the first. */
  private static String finishedRun() {
    if (runId == null) {
      runId = stack.run(SpecFile.distinct(stack.dlpo(), NAME, 6, 611)).runId();
    }
    return runId;
  }

  private static void openRun(String run) {
    browser.open(stack.rest() + "/runs/" + run);
    browser.awaited(".facts");
  }

  private static void picture(String name, int height) {
    if (PICTURES != null) {
      browser.picture(Path.of(PICTURES, name), DESKTOP, height);
    }
  }
}
