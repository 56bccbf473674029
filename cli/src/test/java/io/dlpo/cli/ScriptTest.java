package io.dlpo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code dlpo}: which JDK it takes. */
class ScriptTest {

  private static final Path SCRIPT = Path.of("../dlpo").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void shouldTakeJavaHomeIfItIsNewEnough() throws Exception {
    // Given
    Path jdk = jdk("own", "21.0.4");

    // When
    String said = dlpo(Map.of("JAVA_HOME", jdk.toString()));

    // Then
    assertThat(said).contains("java of " + jdk);
  }

  @Test
  void shouldPassOverAJdkThatIsTooOld() throws Exception {
    // Given
    Path old = jdk("old", "17.0.9");

    // When
    String said = dlpo(Map.of("JAVA_HOME", old.toString()));

    // Then
    assertThat(said).doesNotContain("java of " + old);
  }

  /** A JDK that only says what it is. */
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

  private static String dlpo(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(SCRIPT.toString(), "--version").redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("DLPO_NO_BUILD", "1");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
