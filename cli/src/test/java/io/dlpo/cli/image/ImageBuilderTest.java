package io.dlpo.cli.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called when images are built, and what is said if it fails; without an engine. */
class ImageBuilderTest {

  private static final ImageSource SOURCE = new ImageSource("1.0.0", "0123abc", Optional.empty());
  private static final String SBOM = "{\"components\": [{}, {}, {}]}";

  @TempDir private Path root;
  @TempDir private Path folder;

  private final List<String> printed = new ArrayList<>();

  @Test
  void shouldBuildEachImageAndTellItsSizeAndSbom() throws IOException {
    // Given
    Programs programs =
        new Programs(folder)
            .with("docker", "case \"$2\" in inspect) echo 432000000 ;; build) echo built ;; esac");
    writeSboms();

    // When
    List<BuiltImage> images = builder(programs, false).build(build());

    // Then
    assertThat(images)
        .hasSize(5)
        .startsWith(
            new BuiltImage("dlpo/optimizer-service:1.0.0", OptionalLong.of(432_000_000), 3));
    assertThat(programs.calls())
        .filteredOn(call -> call.startsWith("docker buildx build "))
        .hasSize(5)
        .allMatch(call -> call.endsWith(" --load ."));
    assertThat(printed).contains("building dlpo/llm-simulator:1.0.0 …", "built");
  }

  @Test
  void shouldNotAskTheEngineForTheSizeOfPushedImages() throws IOException {
    // Given
    Programs programs = new Programs(folder).with("docker");
    writeSboms();

    // When
    List<BuiltImage> images = builder(programs, false).build(pushed(false));

    // Then
    assertThat(images).allMatch(image -> image.bytes().isEmpty());
    assertThat(programs.calls()).noneMatch(call -> call.startsWith("docker image"));
  }

  @Test
  void shouldMakeTheSbomsBeforeTheImages() throws IOException {
    // Given SBOMs that are older than what is packaged
    Programs programs = new Programs(folder).with("docker").with("mvn");
    writeSboms();
    Path packaged = Files.createDirectories(root.resolve("target")).resolve("packaged");
    Files.createFile(packaged);
    Files.setLastModifiedTime(packaged, FileTime.from(Instant.now().plusSeconds(60)));

    // When
    builder(programs, true).build(build());

    // Then
    assertThat(programs.calls())
        .filteredOn(call -> call.startsWith("mvn") || call.contains("buildx build"))
        .hasSize(6)
        .first()
        .isEqualTo(
            "mvn -q -B -Prelease -DskipTests -DskipITs -Dspotless.check.skip"
                + " -Dquarkus.build.skip -pl !cli,!system-tests,!deployment-tests package");
  }

  @Test
  void shouldNotMakeSbomsThatItMayNotMake() {
    refused(
        new Programs(folder).with("docker").with("mvn"),
        false,
        build(),
        ExitStatus.FAILED,
        "optimizer-service/target/bom.json is missing or older than the package; unset"
            + " DLPO_NO_BUILD to make it, or run: mvn -Prelease -DskipTests -DskipITs package");
  }

  @Test
  void shouldSayThatMavenIsMissingOrFailed() {
    Programs programs = new Programs(folder).with("docker");
    refused(
        programs,
        true,
        build(),
        ExitStatus.USAGE,
        "mvn is not on the PATH; install Maven 3.8.6 or newer");
    refused(
        programs.with("mvn", "echo no network; exit 1"),
        true,
        build(),
        ExitStatus.FAILED,
        "the SBOMs were not made, see above");
    assertThat(printed).contains("no network");
  }

  @Test
  void shouldSayWhatIsMissingBeforeItMakesAnything() {
    Programs programs = new Programs(folder).with("mvn");
    refused(
        programs,
        true,
        build(),
        ExitStatus.USAGE,
        "docker is not on the PATH; install Docker Engine or Docker Desktop, with buildx");
    refused(
        programs.with("docker", "exit 1"),
        true,
        build(),
        ExitStatus.USAGE,
        "no Docker engine answers; start one, or set DOCKER_HOST");
    refused(
        programs.with("docker", "[ \"$1\" = version ]"),
        true,
        build(),
        ExitStatus.USAGE,
        "docker has no buildx; install its plugin (Debian: docker-buildx, elsewhere"
            + " docker-buildx-plugin)");
    assertThat(programs.calls()).noneMatch(call -> call.startsWith("mvn"));
  }

  @Test
  void shouldRefuseAnAotCacheForAPlatformThatTheBuilderCannotRun() {
    refused(
        new Programs(folder)
            .with(
                "docker",
                "[ \"$2\" != inspect ] || printf 'Driver: docker\\n\\nPlatforms: linux/amd64*,"
                    + " linux/386\\n'"),
        true,
        pushed(true),
        ExitStatus.USAGE,
        "--aot starts the service on linux/arm64 during the build, and the builder runs"
            + " linux/amd64, linux/386 only; install QEMU on the builder's machine (docker run"
            + " --privileged --rm tonistiigi/binfmt --install all), use a builder that has such a"
            + " machine (docker buildx create --append), or leave --aot out");
  }

  @Test
  void shouldSayHowToLogIn() throws IOException {
    writeSboms();
    for (String answer :
        List.of(
            "401 Unauthorized",
            "denied: requested access to the resource is denied",
            "no basic auth credentials")) {
      refused(
          new Programs(folder)
              .with("docker", "[ \"$2\" != build ] || { echo 'ERROR: " + answer + "'; exit 1; }"),
          false,
          pushed(false),
          ExitStatus.FAILED,
          "the registry refuses the push of"
              + " registry.example.com/team/dlpo/optimizer-service:1.0.0; log in with a user who"
              + " may push: docker login registry.example.com");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multiple platforms feature is currently not supported for docker driver. Please switch to"
            + " a different driver",
        "Multi-platform build is not supported for the docker driver."
      })
  void shouldSayThatTheBuilderBuildsForOnePlatform(String answer) throws IOException {
    writeSboms();
    refused(
        new Programs(folder)
            .with("docker", "[ \"$2\" != build ] || { echo '" + answer + "'; exit 1; }"),
        false,
        pushed(false),
        ExitStatus.FAILED,
        "the builder builds for one platform at a time; make one that builds for several: docker"
            + " buildx create --use");
  }

  @Test
  void shouldSayWhichImageFailedForAnyOtherReason() throws IOException {
    writeSboms();
    refused(
        new Programs(folder).with("docker", "[ \"$2\" != build ] || exit 1"),
        false,
        build(),
        ExitStatus.FAILED,
        "dlpo/optimizer-service:1.0.0 was not built; what docker says is above");
  }

  private void refused(
      Programs programs, boolean mayPackage, ImageBuild build, int status, String message) {
    assertThatThrownBy(() -> builder(programs, mayPackage).build(build))
        .isInstanceOf(CliException.class)
        .hasMessage(message)
        .extracting(failure -> ((CliException) failure).exitStatus())
        .isEqualTo(status);
  }

  private ImageBuilder builder(Programs programs, boolean mayPackage) {
    return new ImageBuilder(programs.in(root), mayPackage, printed::add);
  }

  private static ImageBuild build() {
    return new ImageBuild(List.of(), Optional.empty(), new ImageTag("1.0.0"), SOURCE, false);
  }

  private static ImageBuild pushed(boolean aot) {
    return new ImageBuild(
        List.of(ImagePlatform.AMD64, ImagePlatform.ARM64),
        Optional.of(new ImageRegistry("registry.example.com/team")),
        new ImageTag("1.0.0"),
        SOURCE,
        aot);
  }

  private void writeSboms() throws IOException {
    for (String module : ImageBuild.MODULES) {
      Path target = Files.createDirectories(root.resolve(module).resolve("target"));
      Files.writeString(target.resolve("bom.json"), SBOM);
    }
  }
}
