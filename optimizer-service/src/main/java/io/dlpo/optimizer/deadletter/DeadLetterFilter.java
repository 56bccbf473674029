package io.dlpo.optimizer.deadletter;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is null does not narrow them.
 *
 * @param topic the original topic or the dead-letter topic
 * @param consumer the service that could not process them
 * @param run the run that they are about
 */
public record DeadLetterFilter(
    @Nullable String topic, @Nullable String consumer, @Nullable String run) {

  /** Whether it narrows nothing. */
  public boolean isOpen() {
    return topic == null && consumer == null && run == null;
  }

  /**
   * The topics to look into.
   *
   * @throws RefusedException if a topic or consumer is not known
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

  /** Whether a letter of one of those topics is meant. */
  public boolean matches(DeadLetter letter) {
    return run == null || run.equals(letter.run());
  }

  private boolean isOfTopic(DeadLetterTopic candidate) {
    return candidate.original().equals(topic) || candidate.name().equals(topic);
  }

  private boolean isOfConsumer(DeadLetterTopic candidate) {
    return candidate.consumer().equals(consumer);
  }

  private static List<String> distinct(
      List<DeadLetterTopic> all, Function<DeadLetterTopic, String> part) {
    return all.stream().map(part).distinct().toList();
  }
}
