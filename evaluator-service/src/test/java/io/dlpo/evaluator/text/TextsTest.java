package io.dlpo.evaluator.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void shouldKeepAShortText() {
    assertThat(Texts.cut("12345", 5)).isEqualTo("12345");
  }

  @Test
  void shouldMarkACut() {
    assertThat(Texts.cut("123456", 5)).isEqualTo("12345…");
  }

  @Test
  void shouldNotCutACharacterInTwo() {
    assertThat(Texts.cut("1234\ud83d\ude00", 5)).isEqualTo("1234…");
  }

  @Property
  void shouldNeverExceedTheLimitByMoreThanTheMark(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int limit) {
    String cut = Texts.cut(text, limit);

    assertThat(cut.length()).isLessThanOrEqualTo(limit + 1);
    assertThat(text).startsWith(text.equals(cut) ? cut : cut.substring(0, cut.length() - 1));
  }
}
