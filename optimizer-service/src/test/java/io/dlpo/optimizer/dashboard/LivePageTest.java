package io.dlpo.optimizer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages and their scripts as files: what the content security policy and people rely on. */
class LivePageTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path ASSETS = RESOURCES.resolve("META-INF/resources/assets");
  private static final Path TEMPLATE = RESOURCES.resolve("templates/dashboard-page.html");
  private static final int MOST_LINES = 250;

  private static final Pattern IMPORT = Pattern.compile("from \"([^\"]+)\"");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"{]+)\"");

  /** What would make a script of a text, or break the policy. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|style:|\\.style\\b");

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(ASSETS)) {
      return files.filter(file -> file.toString().endsWith(".js")).toList();
    }
  }

  @ParameterizedTest
  @EnumSource(LivePage.class)
  void shouldHaveAScriptAndATitle(LivePage page) {
    assertThat(ASSETS.resolve(page.module() + ".js")).exists();
    assertThat(page.title()).isNotBlank();
  }

  @Test
  void shouldHaveNoScriptOrStyleInThePage() throws IOException {
    String html = Files.readString(TEMPLATE);

    assertThat(html).doesNotContain("style=", "<style", " on").containsOnlyOnce("<script");
    assertThat(addresses(html, ADDRESS)).isNotEmpty().allSatisfy(LivePageTest::served);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shouldImportOnlyWhatTheServiceHas(Path script) throws IOException {
    assertThat(addresses(Files.readString(script), IMPORT))
        .allSatisfy(
            imported -> {
              if (imported.startsWith("/")) {
                served(imported);
              } else {
                assertThat(ASSETS.resolve(imported)).exists();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shouldMakeNoMarkupOfTexts(Path script) throws IOException {
    assertThat(Files.readString(script)).doesNotContainPattern(UNSAFE);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shouldBeSmallAndSayWhatItIs(Path script) throws IOException {
    List<String> lines = Files.readAllLines(script);

    assertThat(lines).hasSizeLessThan(MOST_LINES);
    assertThat(lines.getFirst()).startsWith("// ");
  }

  @Test
  void shouldAllowScriptsOfThisServiceOnly() {
    assertThat(DashboardResource.POLICY)
        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
        .doesNotContain("unsafe", "http");
  }

  private static List<String> addresses(String text, Pattern pattern) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static void served(String address) {
    assertThat(LivePageTest.class.getResource("/META-INF/resources" + address))
        .as(address)
        .isNotNull();
  }
}
