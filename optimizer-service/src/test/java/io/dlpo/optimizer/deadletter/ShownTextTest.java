package io.dlpo.optimizer.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {

  private static final Secrets NONE = Secrets.of();

  @Test
  void shouldBeNothingForARecordWithoutAValue() {
    assertThat(ShownText.of(null, 10, NONE)).isEqualTo(new ShownText(null, 0, false));
  }

  @Test
  void shouldCutWhatIsLongAndSayHowLongItIs() {
    assertThat(ShownText.of(Letters.bytes("äbcdef"), 3, NONE))
        .isEqualTo(new ShownText("äbc", 7, true));
    assertThat(ShownText.of(Letters.bytes("äbc"), 3, NONE))
        .isEqualTo(new ShownText("äbc", 4, false));
  }

  @Test
  void shouldEscapeWhatATerminalWouldObey() {
    assertThat(ShownText.escaped("a\u001b[2Jb\u0000\rc\u009b31m"))
        .isEqualTo("a\\u001b[2Jb\\u0000\\u000dc\\u009b31m");
    assertThat(ShownText.escaped("\u202Etxt.exe\u200B\u2028"))
        .isEqualTo("\\u202etxt.exe\\u200b\\u2028");
    assertThat(ShownText.escaped("\uDB40\uDC01")).isEqualTo("\\u{e0001}");
  }

  @Test
  void shouldLeaveTextsAsTheyAre() {
    assertThat(ShownText.escaped("{\n\t\"answer\": \"Größe 大 🎈\"}"))
        .isEqualTo("{\n\t\"answer\": \"Größe 大 🎈\"}");
  }

  @Property
  void shouldNeverShowAControlCharacterWhateverTheBytes(@ForAll @Size(max = 200) byte[] bytes) {
    // When
    String shown = String.valueOf(ShownText.of(bytes, 50, NONE).text());

    // Then
    assertThat(shown.replace("\n", "").replace("\t", ""))
        .doesNotMatch("(?s).*[\\p{Cntrl}\\p{Cf}].*");
  }

  @ParameterizedTest
  @CsvSource({
    "the key sk-abcdefghij0123456789 is here, the key (hidden) is here",
    "Authorization: Bearer abcdef0123456789, Authorization: (hidden)",
    "swordfish-of-the-database in a text, (hidden) in a text",
    "a task-force is none, a task-force is none",
    "none is none, none is none"
  })
  void shouldHideSecrets(String text, String shown) {
    // Given
    Secrets secrets = Secrets.of("swordfish-of-the-database", "none", null);

    // Then
    assertThat(secrets.hide(text)).isEqualTo(shown);
  }

  @Test
  void shouldHideASecretThatTheEndWouldCutInTwo() {
    // Given
    Secrets secrets = new Secrets(List.of("swordfish-of-the-database"));

    // Then
    assertThat(ShownText.of(Letters.bytes("12345swordfish-of-the-database"), 20, secrets).text())
        .isEqualTo("12345(hidden)");
  }

  @Test
  void shouldHideAllOfAHeaderWhoseNameTellsOfASecret() {
    assertThat(NONE.hide("X-Api-Key", "abc")).isEqualTo("(hidden)");
    assertThat(NONE.hide("authorization", "abc")).isEqualTo("(hidden)");
    assertThat(NONE.hide("ce_type", "abc")).isEqualTo("abc");
  }
}
