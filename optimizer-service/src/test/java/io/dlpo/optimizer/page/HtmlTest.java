package io.dlpo.optimizer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void shouldShowNoControlCharacter() {
    assertThat(Html.visible("a\u001b[2J\u0000\r\u009b\n\t"))
        .isEqualTo("a\uFFFD[2J\uFFFD\uFFFD\uFFFD\n\t");
  }
}
