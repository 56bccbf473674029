package io.dlpo.cli.script;

import static io.dlpo.cli.script.BsdTools.jdk;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.cli.script.BsdTools.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code dlpo}: the JDK that it selects, and its other requirements. */
class JdkChoiceTest {

  private static final Path SCRIPT = Path.of("../dlpo").toAbsolutePath().normalize();

  @TempDir private Path folder;

  private BsdTools tools;

  @BeforeEach
  void createTools() throws IOException {
    tools = BsdTools.in(folder.resolve("tools"));
  }

  @Test
  void shouldUseJavaHomeIfItIsNewEnough() throws Exception {
    // Given
    Path own = jdk(folder.resolve("own"), "21.0.4");

    // When
    Result result = dlpo(Map.of("JAVA_HOME", own.toString()));

    // Then
    assertThat(result).isEqualTo(new Result(0, "java of " + own + "\n"));
  }

  @Test
  void shouldUseTheJdkOnThePathThroughLinks() throws Exception {
    // Given
    Path real = jdk(folder.resolve("real"), "21.0.4");
    Path alternative = folder.resolve("alternative");
    Files.createSymbolicLink(alternative, Path.of("real/bin/javac"));
    Files.createSymbolicLink(tools.folder().resolve("javac"), alternative);

    // When
    Result result = dlpo(Map.of("DLPO_JDKS", folder.resolve("no").toString()));

    // Then
    assertThat(result.text()).isEqualTo("java of " + real.toRealPath() + "\n");
  }

  @Test
  void shouldUseTheNewestInstalledJdkIfJavaHomeIsTooOld() throws Exception {
    // Given
    Path old = jdk(folder.resolve("old"), "17.0.9");
    Path newer = jdk(folder.resolve("newer"), "21.0.4");
    Path newest = jdk(folder.resolve("newest"), "25.0.1");

    // When
    Result result =
        dlpo(Map.of("JAVA_HOME", old.toString(), "DLPO_JDKS", old + " " + newest + " " + newer));

    // Then
    assertThat(result.text()).contains("java of " + newest);
  }

  @Test
  void shouldSayInOneLineThatImagesNeedADockerEngine() throws Exception {
    // Given
    Path own = jdk(folder.resolve("own"), "21.0.4");

    // When
    Result result = dlpo(Map.of("JAVA_HOME", own.toString()), "test", "--images");

    // Then
    assertThat(result)
        .isEqualTo(
            new Result(
                2, "dlpo: no Docker engine with Compose answers; start one, or set DOCKER_HOST\n"));
  }

  @Test
  void shouldShowTheHelpOfTestsInsteadOfRunningThem() throws Exception {
    // Given
    Path own = jdk(folder.resolve("own"), "21.0.4");

    // When
    Result result = dlpo(Map.of("JAVA_HOME", own.toString()), "test", "--help");

    // Then
    assertThat(result.text()).contains("java of " + own);
  }

  @Test
  void shouldListTheFoundJdksIfNoneIsNewEnough() throws Exception {
    // Given
    Path old = jdk(folder.resolve("old"), "17.0.9");
    Path older = jdk(folder.resolve("older"), "11.0.2");

    // When
    Result result = dlpo(Map.of("JAVA_HOME", old.toString(), "DLPO_JDKS", old + " " + older));

    // Then
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.text().strip())
        .doesNotContain("\n")
        .startsWith("dlpo: no JDK 21 or newer")
        .containsOnlyOnce(old + " (17)")
        .contains(older + " (11)");
  }

  @Test
  void shouldSayThatThereIsNoJdk() throws Exception {
    // When
    Result result = dlpo(Map.of("DLPO_JDKS", folder.resolve("no").toString()));

    // Then
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.text()).contains("found: none");
  }

  private Result dlpo(Map<String, String> environment, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(Map.of("DLPO_NO_BUILD", "1", "JAVA_HOME", ""));
    all.putAll(environment);
    return tools.run(SCRIPT, all, arguments.length == 0 ? new String[] {"--version"} : arguments);
  }
}
