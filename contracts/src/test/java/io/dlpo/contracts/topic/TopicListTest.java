package io.dlpo.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicListTest {

  private final TopicList list = TopicList.load();

  @Test
  void shouldSpreadWorkOverMorePartitionsThanEvents() {
    assertThat(list.topics())
        .filteredOn(topic -> topic.partitions() == 24)
        .extracting(TopicDefinition::name)
        .containsExactly("dlpo.example.requested.v1", "dlpo.prediction.produced.v1");
    assertThat(list.topics())
        .allMatch(topic -> topic.partitions() == 24 || topic.partitions() == 6);
  }

  @Test
  void shouldKeepPublicEventsThirtyDaysAndPrivateWorkThree() {
    assertThat(list.topics())
        .allMatch(topic -> topic.retention().equals(Duration.ofDays(topic.isPublic() ? 30 : 3)));
  }

  @Test
  void shouldCreateADeadLetterTopicForEachConsumer() {
    // When
    List<TopicDefinition> all = list.all();

    // Then
    assertThat(all)
        .extracting(TopicDefinition::name)
        .doesNotHaveDuplicates()
        .contains("dlpo.batch.scored.v1.backward-engine.dlq", "dlpo.batch.scored.v1.optimizer.dlq");
    assertThat(all)
        .filteredOn(topic -> topic.name().endsWith(".dlq"))
        .hasSize(list.topics().stream().mapToInt(topic -> topic.consumers().size()).sum())
        .allMatch(topic -> topic.partitions() == 1 && !topic.isPublic());
  }

  @Test
  void shouldRefuseATopicWithoutPartitions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopicDefinition("dlpo.x.v1", 0, Duration.ofDays(1), true, List.of()))
        .withMessage("partitions of topic dlpo.x.v1 is 0; must be 1 or more");
  }
}
