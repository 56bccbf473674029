package io.dlpo.studies.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void shouldEscapeTextAndAttributes() {
    assertThat(new Markup().element("p", "<script>'a' & \"b\"", "title", "\"><b>").written())
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;&#39;a&#39; &amp; &quot;b&quot;</p>");
  }

  @Test
  void shouldShowNoControlCharacter() {
    assertThat(new Markup().text("a\u001b[2J\u0000\n\t").written())
        .isEqualTo("a\uFFFD[2J\uFFFD\n\t");
  }

  @Test
  void shouldNotBeDoneWithAnElementOpen() {
    assertThatThrownBy(() -> new Markup().open("p").written())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[p]");
  }

  @Property
  void shouldLetNoTextEndItsElement(@ForAll String text) {
    // When
    String written = new Markup().element("pre", text, "title", text).written();

    // Then
    assertThat(written.chars().filter(character -> character == '<').count()).isEqualTo(2);
    assertThat(written.chars().filter(character -> character == '"').count()).isEqualTo(2);
  }
}
