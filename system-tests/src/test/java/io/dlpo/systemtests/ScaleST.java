package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.ConsumerGroup;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two processes of a service share one run, and nothing in the result tells. */
@ExtendWith(SharedStack.class)
class ScaleST {

  private static final int STEPS = 4;
  private static final String EXAMPLES = "dlpo.forward-engine.examples";
  private static final String ANSWERS = "dlpo.evaluator.predictions";

  @Test
  void shouldShareTheWorkBetweenTwoOfEachAndDecideAsOneOfEachDoes(Stack oneOfEach)
      throws Exception {
    // Given
    RunReport single = oneOfEach.run(SpecFile.small(oneOfEach.dlpo(), "scale", STEPS, 21));

    try (Stack stack =
            Stack.up("scale", Map.of(), "--scale", "forward-engine=2", "--scale", "evaluator=2");
        EventTap predictions =
            EventTap.fromBeginning(stack.kafka(), EventType.PREDICTION_PRODUCED.topic())) {
      new ConsumerGroup(stack.kafka(), EXAMPLES).awaitMembers(2);
      new ConsumerGroup(stack.kafka(), ANSWERS).awaitMembers(2);

      // When
      RunReport shared = stack.run(SpecFile.small(stack.dlpo(), "scale", STEPS, 21));

      // Then
      assertThat(shared.trajectory()).isEqualTo(single.trajectory());
      assertThat(shared.bestPrompt()).isEqualTo(single.bestPrompt());
      assertThat(stack.services("forward-engine")).hasSize(2);
      assertThat(stack.services("evaluator")).hasSize(2);
      assertThat(
              predictions.records().stream()
                  .collect(Collectors.groupingBy(ScaleST::worker, Collectors.counting())))
          .as("predictions of each forward engine")
          .hasSize(2);
      assertThat(recordsPerMember(stack.kafka(), ANSWERS))
          .as("predictions that each evaluator has acknowledged")
          .hasSize(2)
          .allMatch(count -> count > 0);
    }
  }

  private static String worker(TappedRecord tapped) {
    return String.valueOf(tapped.header("ce_worker"));
  }

  /** How far each member of a group has come in the partitions it has. */
  private static List<Long> recordsPerMember(String bootstrapServers, String group)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      ConsumerGroupDescription description =
          admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      Function<MemberDescription, Long> records =
          member ->
              member.assignment().topicPartitions().stream()
                  .filter(committed::containsKey)
                  .mapToLong(partition -> committed.get(partition).offset())
                  .sum();
      return description.members().stream().map(records).toList();
    }
  }
}
