package io.dlpo.systemtests.browser;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * The keyboard of a browser: the only way in which tests use a page.
 *
 * @param driver the browser
 */
public record Keyboard(WebDriver driver) {

  private static final int MOST_TABS = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a screen reader would call the focused element: its label, or else its text. */
  private static final String NAME =
      """
      const focused = document.activeElement;
      return focused.getAttribute("aria-label")
        ?? (focused.labels?.length ? focused.labels[0].innerText : focused.innerText) ?? "";
      """;

  /** Presses a key. */
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Waits for an element with a name and moves the focus to it, forward from where it is. */
  public WebElement to(String name) {
    await("focus on " + name)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(() -> isAt(name) || found(name));
    return driver.switchTo().activeElement();
  }

  private boolean found(String name) {
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      press(Keys.TAB);
      if (isAt(name)) {
        return true;
      }
      if (isAtTheStart()) {
        return false;
      }
    }
    return false;
  }

  /** After its last element, a page hands the focus to the browser, and then begins anew. */
  private boolean isAtTheStart() {
    return Boolean.TRUE.equals(
        ((JavascriptExecutor) driver)
            .executeScript("return document.activeElement === document.body"));
  }

  private boolean isAt(String name) {
    return String.valueOf(((JavascriptExecutor) driver).executeScript(NAME))
        .strip()
        .startsWith(name);
  }

  /** Moves to an element and activates it. */
  public void enter(String name) {
    to(name);
    press(Keys.ENTER);
  }

  /** Replaces the text of a field. */
  public void fill(String name, String text) {
    to(name);
    new Actions(driver).keyDown(Keys.CONTROL).sendKeys("a").keyUp(Keys.CONTROL).perform();
    press(text);
  }

  /** Chooses an option of a list by its first letters. */
  public void choose(String name, String option) {
    to(name);
    press(option);
  }
}
