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

/** Creates the topics of the topic list. Existing topics are not changed. */
final class TopicCreator {

  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final short ONE_REPLICA = 1;

  private TopicCreator() {}

  /** Waits for the broker, then creates the missing topics. */
  static void create(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) TIMEOUT.toMillis(),
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            200,
            // With one address, rebootstrapping has no effect, but it would be tried and logged
            // hundreds of times a second until the broker has started.
            AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG,
            MetadataRecoveryStrategy.NONE.name);
    try (Admin admin = Admin.create(settings)) {
      Set<String> existing = admin.listTopics().names().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      List<NewTopic> missing =
          TopicList.load().all().stream()
              .filter(topic -> !existing.contains(topic.name()))
              .map(TopicCreator::topic)
              .toList();
      admin.createTopics(missing).all().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CliException(
          ExitStatus.FAILED,
          "cannot create topics on the broker at " + bootstrapServers + ": " + e);
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
