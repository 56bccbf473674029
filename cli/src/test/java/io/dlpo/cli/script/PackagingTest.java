package io.dlpo.cli.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.cli.script.BsdTools.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code dlpo} packages what is stale, and only one process does so at a time. */
class PackagingTest {

  @TempDir private Path folder;

  private BsdTools tools;
  private Path checkout;
  private Path jdk;
  private Path script;
  private Path source;

  @BeforeEach
  void createCheckout() throws IOException {
    tools = BsdTools.in(folder.resolve("tools"));
    jdk = BsdTools.jdk(folder.resolve("jdk"), "21.0.4");
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    for (String part : List.of("cli/src/main", "system-tests", "deploy/kafka")) {
      Files.createDirectories(checkout.resolve(part));
    }
    Files.createFile(checkout.resolve("pom.xml"));
    Files.createFile(checkout.resolve("cli/pom.xml"));
    source = Files.createFile(checkout.resolve("cli/src/main/Source"));
    script = Files.copy(Path.of("../dlpo"), checkout.resolve("dlpo"));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    maven("3.9.9", "");
  }

  /** A Maven that notes its calls, runs a line, and makes the jars. */
  private void maven(String version, String line) throws IOException {
    tools.add(
        "mvn",
        "if [ \"$1\" = -v ]; then echo 'Apache Maven " + version + " (x)'; exit; fi",
        "echo packaged >> calls",
        line,
        "mkdir -p cli/target system-tests/target",
        "touch cli/target/cli.jar system-tests/target/system-tests.jar");
  }

  @Test
  void shouldPackageOnceUntilASourceChanges() throws Exception {
    // When
    Result first = dlpo();
    Result second = dlpo();

    // Then
    assertThat(first.text()).startsWith("packaging the services").endsWith("java of " + jdk + "\n");
    assertThat(second).isEqualTo(new Result(0, "java of " + jdk + "\n"));
    assertThat(packagings()).isEqualTo(1);

    // When
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    dlpo();

    // Then
    assertThat(packagings()).isEqualTo(2);
  }

  @Test
  void shouldWaitForTheProcessThatPackages() throws Exception {
    // Given
    maven("3.9.9", "while [ ! -e go ]; do sleep 1; done");
    Process first = start();
    await().until(() -> Files.exists(checkout.resolve("calls")));

    // When
    Process second = start();
    try (BufferedReader said = second.inputReader()) {
      assertThat(said.readLine())
          .isEqualTo(
              "waiting for process %d, which packages the services; if it does not, remove %s …",
              first.pid(), lock());
      Files.createFile(checkout.resolve("go"));

      // Then
      assertThat(said.readLine()).isEqualTo("java of " + jdk);
    }
    assertThat(Result.of(first).status()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(packagings()).isEqualTo(1);
    assertThat(lock()).doesNotExist();
  }

  @Test
  void shouldTakeOverTheLockOfADeadProcess() throws Exception {
    // Given
    Process dead = new ProcessBuilder("true").start();
    assertThat(dead.waitFor()).isZero();
    Files.createDirectories(checkout.resolve("target"));
    Files.createSymbolicLink(lock(), Path.of(Long.toString(dead.pid())));

    // When
    Result result = dlpo();

    // Then
    assertThat(result.status()).isZero();
    assertThat(packagings()).isEqualTo(1);
    assertThat(Files.exists(lock(), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void shouldPackageOnceAlthoughManyFindADeadOwner() throws Exception {
    // Given
    Process dead = new ProcessBuilder("true").start();
    assertThat(dead.waitFor()).isZero();
    Files.createDirectories(checkout.resolve("target"));
    Files.createSymbolicLink(lock(), Path.of(Long.toString(dead.pid())));

    // When
    List<Process> processes = List.of(start(), start(), start(), start(), start(), start());

    // Then
    for (Process process : processes) {
      assertThat(Result.of(process).status()).isZero();
    }
    assertThat(packagings()).isEqualTo(1);
  }

  @Test
  void shouldLeaveNoLockIfMavenFails() throws Exception {
    // Given
    maven("3.9.9", "exit 1");

    // When
    Result result = dlpo();

    // Then
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.text()).endsWith("dlpo: packaging failed, see above\n");
    assertThat(Files.exists(lock(), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void shouldFindItsCheckoutThroughALink() throws Exception {
    // Given
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path link = Files.createSymbolicLink(bin.resolve("dlpo"), Path.of("../a checkout/dlpo"));

    // When
    Result result = tools.run(link, environment(), "--version");

    // Then
    assertThat(result.status()).isZero();
    assertThat(packagings()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "3.8.5, 2",
    "3.6.3, 2",
    "2.9.9, 2",
    "3.8.6, 0",
    "3.10.1, 0",
    "3.9, 0",
    "4.0.0-rc-3, 0"
  })
  void shouldRefuseAnOldMaven(String version, int status) throws Exception {
    // Given
    maven(version, "");

    // When
    Result result = dlpo();

    // Then
    assertThat(result.status()).isEqualTo(status);
    if (status == 2) {
      assertThat(result.text())
          .isEqualTo(
              "dlpo: %s is Maven %s; install Maven 3.8.6 or newer\n",
              tools.folder().resolve("mvn"), version);
    }
  }

  @Test
  void shouldSayThatMavenIsMissing() throws Exception {
    // Given
    Files.delete(tools.folder().resolve("mvn"));

    // Then
    assertThat(dlpo())
        .isEqualTo(new Result(2, "dlpo: mvn is not on the PATH; install Maven 3.8.6 or newer\n"));
  }

  private Path lock() {
    return checkout.resolve("target/packaging.owner");
  }

  private long packagings() throws IOException {
    return Files.readAllLines(checkout.resolve("calls")).size();
  }

  private Result dlpo() throws Exception {
    return Result.of(start());
  }

  private Process start() throws IOException {
    return tools.start(script, environment(), "--version");
  }

  private Map<String, String> environment() {
    return Map.of("JAVA_HOME", jdk.toString());
  }
}
