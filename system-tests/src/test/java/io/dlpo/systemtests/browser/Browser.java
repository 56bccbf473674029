package io.dlpo.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, as the distribution has it. */
public final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int HEIGHT = 900;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts a browser, or skips the test where there is none. */
  public static Browser start() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no %s with %s; install the packages chromium and chromium-driver"
            .formatted(CHROMIUM, DRIVER));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    // Containers and build servers run as root and have little shared memory.
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER.toString()))
            .usingAnyFreePort()
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.width(1280);
    return browser;
  }

  /** Sets the width of the page in pixels. */
  public void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Prefers light or dark colours. */
  public void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  public void open(String address) {
    driver.get(address);
  }

  public Keyboard keyboard() {
    return new Keyboard(driver);
  }

  /** The path of the page. */
  public String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  /** The elements of a CSS selector. */
  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Waits for an element. */
  public WebElement awaited(String selector) {
    await("element " + selector).atMost(PATIENCE).until(() -> !all(selector).isEmpty());
    return all(selector).getFirst();
  }

  /** The visible text of an element. */
  public String text(String selector) {
    return String.valueOf(
        driver.executeScript("return document.querySelector(arguments[0])?.innerText", selector));
  }

  /** Waits until the text of an element contains another one. */
  public void awaitText(String selector, String part) {
    await(selector + " with " + part)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(text(selector)).contains(part));
  }

  /** Waits until the page is at a path. */
  public void awaitPath(String pattern) {
    await("page " + pattern).atMost(PATIENCE).until(() -> path().matches(pattern));
  }

  /** The result of a script that may wait; its last line returns. */
  public Object script(String script, Object... arguments) {
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1];"
            + "(async (...given) => {"
            + script
            + "})(...arguments)"
            + ".then(done, (error) => done('failed: ' + error));",
        arguments);
  }

  /** The errors of the console so far, which are then forgotten. */
  public List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Writes a picture of the page from its top, of so many pixels. */
  public void picture(Path file, int width, int height) {
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                    "captureBeyondViewport",
                    true,
                    "clip",
                    Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)))
            .get("data");
    try {
      Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
