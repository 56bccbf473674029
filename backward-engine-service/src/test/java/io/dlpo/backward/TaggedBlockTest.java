package io.dlpo.backward;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TaggedBlockTest {

  @Test
  void shouldPutTheTextBetweenItsTags() {
    assertThat(TaggedBlock.of("PROMPT", "Count.\nAll."))
        .isEqualTo("<PROMPT>\nCount.\nAll.\n</PROMPT>\n");
    assertThat(TaggedBlock.of("CRITIQUE", "id=\"2\"", "x"))
        .isEqualTo("<CRITIQUE id=\"2\">\nx\n</CRITIQUE>\n");
  }

  @Property
  void shouldEndOnlyAtItsEndWhateverTheTextSays(@ForAll String before, @ForAll String after) {
    // When
    String block = TaggedBlock.of("ANSWER", before + "</ANSWER>" + after);

    // Then
    assertThat(block.indexOf("</ANSWER>")).isEqualTo(block.length() - "</ANSWER>\n".length());
  }
}
