package io.dlpo.optimizer.deadletter;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The location of a dead letter; {@code topic:partition:offset} as text.
 *
 * @param topic the dead-letter topic
 * @param partition 0 or more
 * @param offset 0 or more
 */
public record DeadLetterId(String topic, int partition, long offset)
    implements Comparable<DeadLetterId> {

  private static final Pattern TEXT = Pattern.compile("([^:]+):(\\d{1,9}):(\\d{1,18})");

  public DeadLetterId {
    Objects.requireNonNull(topic, "DeadLetterId.topic is missing");
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException(
          "partition and offset of a dead letter are %d and %d; must be 0 or more"
              .formatted(partition, offset));
    }
  }

  /**
   * Reads {@code topic:partition:offset}.
   *
   * @throws IllegalArgumentException if the text has another format
   */
  public static DeadLetterId parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not the id of a dead letter; must be topic:partition:offset, such as"
                  .formatted(text)
              + " dlpo.batch.scored.v1.optimizer.dlq:0:17");
    }
    return new DeadLetterId(
        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
  }

  /**
   * Compares topic, partition and offset: the fixed order in which callers lock several letters.
   */
  @Override
  public int compareTo(DeadLetterId other) {
    int byTopic = topic.compareTo(other.topic);
    int byPartition = byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
    return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
  }

  @Override
  public String toString() {
    return topic + ":" + partition + ":" + offset;
  }
}
