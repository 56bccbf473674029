package io.dlpo.optimizer.deadletter;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects dead letters. A null component does not restrict the selection.
 *
 * @param topic the original topic or the dead-letter topic
 * @param consumer the service that could not process the records
 * @param run the run of the records
 */
public record DeadLetterFilter(
    @Nullable String topic, @Nullable String consumer, @Nullable String run) {

  /** Whether the filter selects all dead letters. */
  public boolean isOpen() {
    return topic == null && consumer == null && run == null;
  }

  /**
   * Returns the topics to search.
   *
   * @throws RefusedException if the topic or consumer does not exist
   */
  public List<DeadLetterTopic> topics(List<DeadLetterTopic> all) {
    List<Problem> problems = new ArrayList<>();
    if (topic != null && all.stream().noneMatch(this::isOfTopic)) {
      problems.add(
          Problem.of("topic", topic, "one of " + distinct(all, DeadLetterTopic::original)));
    }
    if (consumer != null && all.stream().noneMatch(this::isOfConsumer)) {
      problems.add(
          Problem.of("consumer", consumer, "one of " + distinct(all, DeadLetterTopic::consumer)));
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return all.stream()
        .filter(candidate -> topic == null || isOfTopic(candidate))
        .filter(candidate -> consumer == null || isOfConsumer(candidate))
        .toList();
  }

  /** Whether the filter selects a dead letter of one of those topics. */
  public boolean matches(DeadLetter letter) {
    return run == null || run.equals(letter.run());
  }

  private boolean isOfTopic(DeadLetterTopic candidate) {
    return candidate.original().equals(topic) || candidate.name().equals(topic);
  }

  private boolean isOfConsumer(DeadLetterTopic candidate) {
    return candidate.consumer().equals(consumer);
  }

  private static String distinct(
      List<DeadLetterTopic> all, Function<DeadLetterTopic, String> part) {
    return all.stream().map(part).distinct().collect(Collectors.joining(", "));
  }
}
