package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.ConsumerGroup;
import io.dlpo.systemtests.stack.Disturbed;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two processes of a service share the work of a run, with the same result as a single process. */
@ExtendWith(SharedStack.class)
@Execution(ExecutionMode.SAME_THREAD)
class ScaleST {

  private static final int STEPS = 4;
  private static final String EXAMPLES = "dlpo.forward-engine.examples";
  private static final String ANSWERS = "dlpo.evaluator.predictions";
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @Test
  void shouldShareTheWorkBetweenTwoOfEachAndDecideAsOneOfEachDoes(
      Stack oneOfEach, @Disturbed Stack twoOfEach) throws Exception {
    // Given
    RunReport single = oneOfEach.run(SpecFile.distinct(oneOfEach.dlpo(), "scale", STEPS, 21));
    new ConsumerGroup(twoOfEach.kafka(), EXAMPLES).awaitMembers(2);
    new ConsumerGroup(twoOfEach.kafka(), ANSWERS).awaitMembers(2);
    Map<String, Long> before = recordsByMember(twoOfEach.kafka(), ANSWERS);

    try (EventTap predictions =
        EventTap.fromEnd(twoOfEach.kafka(), EventType.PREDICTION_PRODUCED.topic())) {
      // When
      RunReport shared = twoOfEach.run(SpecFile.distinct(twoOfEach.dlpo(), "scale", STEPS, 21));

      // Then
      assertThat(shared.trajectory()).isEqualTo(single.trajectory());
      assertThat(shared.bestPrompt()).isEqualTo(single.bestPrompt());
      assertThat(twoOfEach.services("forward-engine")).hasSize(2);
      assertThat(twoOfEach.services("evaluator")).hasSize(2);
      assertThat(
              predictions.records().stream()
                  .collect(Collectors.groupingBy(ScaleST::worker, Collectors.counting())))
          .as("predictions of each forward engine")
          .hasSize(2);
    }
    await("both evaluators have acknowledged predictions")
        .atMost(TIMEOUT)
        .untilAsserted(
            () -> {
              Map<String, Long> after = recordsByMember(twoOfEach.kafka(), ANSWERS);
              assertThat(after).hasSize(2);
              assertThat(after.keySet()).isEqualTo(before.keySet());
              assertThat(after)
                  .allSatisfy(
                      (member, count) -> assertThat(count).isGreaterThan(before.get(member)));
            });
  }

  private static String worker(TappedRecord tapped) {
    return String.valueOf(tapped.header("ce_worker"));
  }

  /** Returns the committed offsets of each member of a group, summed over its partitions. */
  private static Map<String, Long> recordsByMember(String bootstrapServers, String group)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      ConsumerGroupDescription description =
          admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return description.members().stream()
          .collect(
              Collectors.toMap(
                  MemberDescription::consumerId,
                  member ->
                      member.assignment().topicPartitions().stream()
                          .filter(committed::containsKey)
                          .mapToLong(partition -> committed.get(partition).offset())
                          .sum()));
    }
  }
}
