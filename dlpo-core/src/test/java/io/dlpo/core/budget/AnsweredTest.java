package io.dlpo.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.id.PromptId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AnsweredTest {

  private static final PromptId PROMPT = new PromptId("p");

  @Test
  void shouldKeepPromptsApart() {
    // Given
    Answered answered = Answered.NOTHING.plus(PROMPT, List.of(0, 3));

    // Then
    assertThat(answered.fresh(PROMPT, List.of(0, 1, 3))).isEqualTo(1);
    assertThat(answered.fresh(new PromptId("q"), List.of(0, 1, 3))).isEqualTo(3);
  }

  @Test
  void shouldCountAPositionThatIsNamedTwiceOnce() {
    assertThat(Answered.NOTHING.fresh(PROMPT, List.of(5, 5))).isEqualTo(1);
  }

  @Property
  void shouldKnowExactlyWhatWasAdded(
      @ForAll @Size(max = 30) Set<@IntRange(max = 400) Integer> added,
      @ForAll @Size(max = 30) Set<@IntRange(max = 400) Integer> asked)
      throws Exception {
    // When
    Answered answered = Answered.NOTHING.plus(PROMPT, added);
    ObjectMapper mapper = new ObjectMapper();
    Answered read = mapper.readValue(mapper.writeValueAsString(answered), Answered.class);

    // Then
    Set<Integer> fresh = new HashSet<>(asked);
    fresh.removeAll(added);
    assertThat(read).isEqualTo(answered);
    assertThat(read.fresh(PROMPT, asked)).isEqualTo(fresh.size());
  }
}
