package io.dlpo.events.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TopicStateTest {

  private static final TopicState UNKNOWN = new TopicState.Unknown("not asked");

  private static TopicState missing(String... names) {
    return TopicState.of(new TreeSet<>(List.of(names)));
  }

  @Test
  void shouldBeCompleteIfNothingIsMissing() {
    assertThat(missing()).isEqualTo(new TopicState.Complete());
    assertThat(missing("a")).isEqualTo(new TopicState.Incomplete(new TreeSet<>(List.of("a"))));
  }

  @Test
  void shouldKeepWhatWasKnownWhileTheBrokerDoesNotAnswer() {
    assertThat(missing().unanswered("gone")).isEqualTo(missing());
    assertThat(missing("a").unanswered("gone")).isEqualTo(missing("a"));
  }

  @Test
  void shouldSayWhyNothingIsKnown() {
    assertThat(UNKNOWN.unanswered("no such host"))
        .isEqualTo(new TopicState.Unknown("no such host"));
  }

  @Test
  void shouldRefuseAnIncompleteStateWithoutNames() {
    assertThatThrownBy(() -> new TopicState.Incomplete(new TreeSet<>()))
        .hasMessage("names is empty; must name a missing topic");
  }
}
