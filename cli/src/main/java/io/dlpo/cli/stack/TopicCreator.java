package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the topics of the one list; those that are there stay as they are. */
final class TopicCreator {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final short ONE_REPLICA = 1;

  private TopicCreator() {}

  /** Waits for the broker, then makes what is missing. */
  static void create(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis(),
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            200,
            // To begin anew with the one address there is brings nothing, and would be tried, and
            // logged, hundreds of times a second until the broker is there.
            AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG,
            MetadataRecoveryStrategy.NONE.name);
    try (Admin admin = Admin.create(settings)) {
      Set<String> there = admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      List<NewTopic> missing =
          TopicList.load().all().stream()
              .filter(topic -> !there.contains(topic.name()))
              .map(TopicCreator::topic)
              .toList();
      admin.createTopics(missing).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CliException(
          ExitStatus.FAILED, "the broker at " + bootstrapServers + " does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitStatus.FAILED, "interrupted");
    }
  }

  private static NewTopic topic(TopicDefinition topic) {
    return new NewTopic(topic.name(), topic.partitions(), ONE_REPLICA)
        .configs(
            Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(topic.retention().toMillis())));
  }
}
