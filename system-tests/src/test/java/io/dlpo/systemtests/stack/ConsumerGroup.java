package io.dlpo.systemtests.stack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A service's consumers of a topic, as the broker knows them.
 *
 * @param bootstrapServers of the broker
 * @param name of the group
 */
public record ConsumerGroup(String bootstrapServers, String name) {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /**
   * Waits until so many members share the partitions. A service is ready before that, and until
   * then those that came first do the work of all.
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
