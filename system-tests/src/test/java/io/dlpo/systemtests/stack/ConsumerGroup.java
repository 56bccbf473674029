package io.dlpo.systemtests.stack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A consumer group as the broker sees it.
 *
 * @param bootstrapServers the address of the broker
 * @param name the name of the group
 */
public record ConsumerGroup(String bootstrapServers, String name) {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /**
   * Waits until the partitions are assigned to a number of members. A service can be ready before
   * it has joined its group; until then, the other members process all records.
   */
  public void awaitMembers(int members) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      await("%d members of %s with partitions".formatted(members, name))
          .atMost(TIMEOUT)
          .ignoreException(ExecutionException.class)
          .until(() -> membersWithPartitions(admin) == members);
    }
  }

  private long membersWithPartitions(Admin admin) throws ExecutionException, InterruptedException {
    return admin
        .describeConsumerGroups(List.of(name))
        .describedGroups()
        .get(name)
        .get()
        .members()
        .stream()
        .filter(member -> !member.assignment().topicPartitions().isEmpty())
        .count();
  }
}
