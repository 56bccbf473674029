package io.dlpo.cli.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version and the labels of images, as git and the POM have them. */
class ImageSourceTest {

  private static final String POM =
      """
      <project>
        <artifactId>dlpo-parent</artifactId>
        <version>0.2.0-SNAPSHOT</version>
      </project>
      """;

  @TempDir private Path root;
  @TempDir private Path programs;

  @BeforeEach
  void writePom() throws IOException {
    Files.writeString(root.resolve("pom.xml"), POM);
  }

  @Test
  void shouldTakeTheVersionOfTheTag() {
    // Given
    Programs git =
        new Programs(programs)
            .with(
                "git",
                "case \"$*\" in",
                "  *exact-match*) echo v1.2.3 ;;",
                "  *always*) echo 0123abc-dirty ;;",
                "  remote*) echo git@example.com:team/dlpo.git ;;",
                "esac");

    // When
    ImageSource source = new SourceCheckout(git.in(root)).source();

    // Then
    assertThat(source)
        .isEqualTo(
            new ImageSource(
                "1.2.3", "0123abc-dirty", Optional.of("https://example.com/team/dlpo")));
  }

  @Test
  void shouldTakeTheVersionOfThePomWithoutATag() {
    // Given
    Programs git =
        new Programs(programs)
            .with(
                "git", "case \"$*\" in *always*) echo 0123abc ;; *) echo none >&2; exit 2 ;; esac");

    // When
    ImageSource source = new SourceCheckout(git.in(root)).source();

    // Then
    assertThat(source).isEqualTo(new ImageSource("0.2.0-SNAPSHOT", "0123abc", Optional.empty()));
  }

  @Test
  void shouldSayThatTheRevisionIsUnknownWithoutGit() {
    // When
    ImageSource source = new SourceCheckout(new Programs(programs).in(root)).source();

    // Then
    assertThat(source).isEqualTo(new ImageSource("0.2.0-SNAPSHOT", "unknown", Optional.empty()));
  }

  @Test
  void shouldSayThatThePomHasNoVersion() {
    assertThatThrownBy(() -> ImageSource.version(Optional.empty(), "<project/>"))
        .hasMessage("pom.xml has no version of dlpo-parent");
  }

  @Test
  void shouldKnowTheVersionOfThisProject() throws IOException {
    assertThat(ImageSource.version(Optional.empty(), Files.readString(Path.of("../pom.xml"))))
        .matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/team/dlpo.git, https://example.com/team/dlpo",
    "https://user:secret@example.com/team/dlpo, https://example.com/team/dlpo",
    "https://token@example.com/dlpo.git, https://example.com/dlpo",
    "git@example.com:team/dlpo.git, https://example.com/team/dlpo",
    "ssh://git@example.com:2222/team/dlpo.git, https://example.com/team/dlpo"
  })
  void shouldNameTheRepositoryWithoutUserAndPassword(String remote, String address) {
    assertThat(ImageSource.address(remote)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/srv/dlpo.git", "../dlpo", "file:///srv/dlpo.git", "http://10.0.0.1/dlpo"})
  void shouldNameNoRepositoryOfThisMachine(String remote) {
    assertThat(ImageSource.address(remote)).isEmpty();
  }
}
