package io.dlpo.cli.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the arguments of {@code dlpo images} to the command line of docker. */
class ImageBuildTest {

  private static final ImageTag TAG = new ImageTag("1.2.3");
  private static final ImageSource SOURCE =
      new ImageSource("1.2.3", "0123abc", Optional.of("https://example.com/team/dlpo"));

  @Test
  void shouldLoadAnImageForTheEnginesOwnPlatform() {
    // Given
    ImageBuild build = new ImageBuild(List.of(), Optional.empty(), TAG, SOURCE, false);

    // Then
    assertThat(build.command("optimizer-service"))
        .containsExactly(
            ("docker buildx build --file deploy/docker/Dockerfile --target plain"
                    + " --build-arg MODULE=optimizer-service --build-arg VERSION=1.2.3"
                    + " --build-arg REVISION=0123abc --build-arg SOURCE=https://example.com/team/dlpo"
                    + " --tag dlpo/optimizer-service:1.2.3 --provenance=false --progress plain"
                    + " --load .")
                .split(" "));
  }

  @Test
  void shouldPushAnImageForSeveralPlatforms() {
    // Given
    ImageBuild build =
        new ImageBuild(
            ImagePlatform.parse(List.of("linux/amd64", "linux/arm64", "linux/amd64")),
            Optional.of(new ImageRegistry("registry.example.com/team")),
            TAG,
            SOURCE,
            true);

    // Then
    assertThat(String.join(" ", build.command("llm-simulator")))
        .contains(
            "--target aot --platform linux/amd64,linux/arm64 ",
            "--tag registry.example.com/team/dlpo/llm-simulator:1.2.3 ")
        .endsWith(" --push .")
        .doesNotContain("--load");
  }

  @Test
  void shouldLeaveOutTheAddressOfARepositoryThatHasNone() {
    // Given
    ImageSource local = new ImageSource("1.2.3", "0123abc", Optional.empty());

    // When
    ImageBuild build = new ImageBuild(List.of(), Optional.empty(), TAG, local, false);

    // Then
    assertThat(build.command("llm-simulator")).noneMatch(word -> word.startsWith("SOURCE="));
  }

  @Test
  void shouldRefuseSeveralPlatformsThatAreNotPushed() {
    assertThatThrownBy(
            () ->
                new ImageBuild(
                    List.of(ImagePlatform.AMD64, ImagePlatform.ARM64),
                    Optional.empty(),
                    TAG,
                    SOURCE,
                    false))
        .isInstanceOf(CliException.class)
        .hasMessage(
            "--platform is linux/amd64,linux/arm64; the local engine keeps one platform of an"
                + " image: add --push REGISTRY, or name one platform");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux/arm", "windows/amd64", "amd64", ""})
  void shouldRefuseAnUnknownPlatform(String platform) {
    assertThatThrownBy(() -> ImagePlatform.parse(List.of("linux/arm64", platform)))
        .isInstanceOf(CliException.class)
        .hasMessage(
            "--platform is '%s'; images are built for linux/amd64 and linux/arm64", platform);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.example.com",
        "registry.example.com/team",
        "registry.example.com:5000/a/b-c",
        "localhost",
        "localhost:5000",
        "registry:5000"
      })
  void shouldTakeARegistry(String address) {
    assertThat(new ImageRegistry(address).host()).isEqualTo(address.split("/", 2)[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://registry.example.com",
        "team",
        "team/images",
        "registry.example.com/",
        "registry.example.com/Team",
        "user:secret@registry.example.com",
        ""
      })
  void shouldRefuseWhatIsNoRegistry(String address) {
    assertThatThrownBy(() -> new ImageRegistry(address))
        .isInstanceOf(CliException.class)
        .hasMessageStartingWith("--push is '" + address + "'; use the host of a registry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2", "-1", "1/2", "1.2.3+build"})
  void shouldRefuseWhatIsNoTag(String tag) {
    assertThatThrownBy(() -> new ImageTag(tag))
        .isInstanceOf(CliException.class)
        .hasMessageStartingWith("the version is '" + tag + "'; use up to 128 letters");
  }

  @Test
  void shouldBuildTheImagesOfTheComposeFile() throws IOException {
    // Given
    String compose = Files.readString(Path.of("../docker-compose.yml"));

    // When
    List<String> modules =
        Pattern.compile("MODULE: ([a-z-]+)")
            .matcher(compose)
            .results()
            .map(match -> match.group(1))
            .toList();

    // Then
    assertThat(ImageBuild.MODULES).containsExactlyInAnyOrderElementsOf(modules);
  }
}
