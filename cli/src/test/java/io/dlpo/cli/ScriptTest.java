package io.dlpo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code dlpo}: the JDK that it selects, and its other requirements. */
class ScriptTest {

  private static final Path SCRIPT = Path.of("../dlpo").toAbsolutePath().normalize();

  private static final List<String> TOOLS = List.of("bash", "dirname", "env", "readlink", "sed");

  @TempDir private Path folder;

  @Test
  void shouldUseJavaHomeIfItIsNewEnough() throws Exception {
    // Given
    Path jdk = jdk("own", "21.0.4");

    // When
    Result result = dlpo(Map.of("JAVA_HOME", jdk.toString()));

    // Then
    assertThat(result.text()).contains("java of " + jdk);
  }

  @Test
  void shouldUseTheNewestInstalledJdkIfJavaHomeIsTooOld() throws Exception {
    // Given
    Path old = jdk("old", "17.0.9");
    Path newer = jdk("newer", "21.0.4");
    Path newest = jdk("newest", "25.0.1");

    // When
    Result result =
        dlpo(
            Map.of(
                "JAVA_HOME",
                old.toString(),
                "DLPO_JDKS",
                old + " " + newest + " " + newer,
                "PATH",
                pathWithoutJdk()));

    // Then
    assertThat(result.text()).contains("java of " + newest);
  }

  @Test
  void shouldSayInOneLineThatImagesNeedADockerEngine() throws Exception {
    // Given
    Path jdk = jdk("own", "21.0.4");

    // When
    Result result =
        dlpo(Map.of("JAVA_HOME", jdk.toString(), "PATH", pathWithoutJdk()), "test", "--images");

    // Then
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.text())
        .isEqualTo("dlpo: no Docker engine with Compose answers; start one, or set DOCKER_HOST\n");
  }

  @Test
  void shouldListTheFoundJdksIfNoneIsNewEnough() throws Exception {
    // Given
    Path old = jdk("old", "17.0.9");
    Path older = jdk("older", "11.0.2");

    // When
    Result result =
        dlpo(
            Map.of(
                "JAVA_HOME",
                old.toString(),
                "DLPO_JDKS",
                old + " " + older,
                "PATH",
                pathWithoutJdk()));

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
    Result result =
        dlpo(
            Map.of(
                "JAVA_HOME",
                "",
                "DLPO_JDKS",
                folder.resolve("no").toString(),
                "PATH",
                pathWithoutJdk()));

    // Then
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.text()).contains("found: none");
  }

  /** A path with the tools of the script and without a JDK. */
  private String pathWithoutJdk() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path link = tools.resolve(tool);
      if (Files.notExists(link)) {
        Files.createSymbolicLink(link, Path.of("/usr/bin", tool));
      }
    }
    return tools.toString();
  }

  /** A fake JDK that prints its folder. */
  private Path jdk(String name, String version) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
    program(bin.resolve("javac"), "echo javac " + version);
    program(bin.resolve("java"), "echo java of " + bin.getParent());
    return bin.getParent();
  }

  private static void program(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /**
   * The result of the script.
   *
   * @param status its exit status
   * @param text both outputs
   */
  private record Result(int status, String text) {}

  private Result dlpo(Map<String, String> environment) throws Exception {
    return dlpo(environment, "--version");
  }

  private Result dlpo(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addFirst(SCRIPT.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DLPO_NO_BUILD", "1");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), text);
  }
}
