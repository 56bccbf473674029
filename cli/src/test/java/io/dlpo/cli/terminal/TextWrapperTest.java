package io.dlpo.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWrapperTest {

  @Test
  void shouldBreakAtWordsAndIndentByThePrefix() {
    assertThat(TextWrapper.wrap("warning   ", "the test split has few examples", 30))
        .isEqualTo(
            """
            warning   the test split has
                      few examples""");
  }

  @Test
  void shouldUseEveryColumn() {
    assertThat(TextWrapper.wrap("", "abc def", 7)).isEqualTo("abc def");
    assertThat(TextWrapper.wrap("", "abc defg", 7)).isEqualTo("abc\ndefg");
  }

  @Test
  void shouldKeepTheLinesOfTheText() {
    assertThat(TextWrapper.wrap("dlpo: ", "steps is 0\nseed is 'x'", 80))
        .isEqualTo(
            """
            dlpo: steps is 0
                  seed is 'x'""");
  }

  @Test
  void shouldIndentLessOnANarrowTerminal() {
    assertThat(TextWrapper.wrap("a long prefix: ", "one two three", 21))
        .isEqualTo(
            """
            a long prefix: one
                   two three""");
  }

  @Test
  void shouldSplitAWordThatIsWiderThanALine() {
    assertThat(TextWrapper.wrap("id ", "0123456789abcdef", 9))
        .isEqualTo(
            """
            id 012345
               6789ab
               cdef""");
  }

  @Test
  void shouldMeasureStylesAndWideCharacters() {
    String green = Style.GREEN.applyTo("ab");
    assertThat(TextWrapper.wrap("", green + " cd", 5)).isEqualTo(green + " cd");
    assertThat(TextWrapper.wrap("", "数 数", 4)).isEqualTo("数\n数");
  }
}
