package io.dlpo.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextSizeTest {

  @Property(tries = 200)
  void shouldCountWhatATextTakesInJson(
      @ForAll @CharRange(to = '\uD7FF') @StringLength(max = 50) String text) throws Exception {
    // When
    int inJson = new ObjectMapper().writeValueAsBytes(text).length;

    // Then
    assertThat(TextSize.of(text)).isEqualTo(inJson - 2);
  }

  @Test
  void shouldCountAllTextsOfAnExample() {
    assertThat(TextSize.of(new Example("row-1", "ä\"\n", "\u0001"))).isEqualTo(5 + 6 + 6);
  }
}
