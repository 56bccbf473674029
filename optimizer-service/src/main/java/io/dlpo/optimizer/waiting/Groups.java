package io.dlpo.optimizer.waiting;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The states of the consumer groups, cached for a few seconds because many callers may ask at once.
 * Thread-safe; blocks for about {@link #PATIENCE} at most.
 */
@ApplicationScoped
class Groups {

  static final Duration KEPT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<String, Object> kafka;
  private final Lock one = new ReentrantLock();
  private Optional<Map<PipelineStage, GroupState>> known = Optional.empty();
  private long lookedAt = System.nanoTime() - KEPT.toNanos();
  private @Nullable Admin admin;

  Groups(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** Returns all groups, or empty if the broker does not answer or denies access. */
  Optional<Map<PipelineStage, GroupState>> now() {
    one.lock();
    try {
      if (System.nanoTime() - lookedAt >= KEPT.toNanos()) {
        known = looked();
        lookedAt = System.nanoTime();
      }
      return known;
    } finally {
      one.unlock();
    }
  }

  private Optional<Map<PipelineStage, GroupState>> looked() {
    try {
      return Optional.of(look(admin()));
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Map<PipelineStage, GroupState> look(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> names =
        Stream.of(PipelineStage.values()).map(PipelineStage::group).distinct().toList();
    Map<String, KafkaFuture<ConsumerGroupDescription>> described =
        admin.describeConsumerGroups(names).describedGroups();
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
        in(
            admin
                .listConsumerGroupOffsets(
                    names.stream()
                        .collect(
                            Collectors.toMap(
                                name -> name, n -> new ListConsumerGroupOffsetsSpec())))
                .all());
    Map<TopicPartition, Long> ends = ends(admin, committed);
    Map<String, Integer> partitions = partitions(admin);
    Map<PipelineStage, GroupState> states = new EnumMap<>(PipelineStage.class);
    for (PipelineStage stage : PipelineStage.values()) {
      Map<TopicPartition, @Nullable OffsetAndMetadata> offsets =
          committed.getOrDefault(stage.group(), Map.of());
      states.put(
          stage,
          new GroupState(
              members(described.get(stage.group())),
              lag(offsets, ends),
              handled(offsets),
              partitions.getOrDefault(stage.input().topic(), 0)));
    }
    return states;
  }

  private static Map<String, Integer> partitions(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> topics =
        Stream.of(PipelineStage.values()).map(stage -> stage.input().topic()).distinct().toList();
    Map<String, Integer> partitions = new HashMap<>();
    for (var topic : admin.describeTopics(topics).topicNameValues().entrySet()) {
      partitions.put(topic.getKey(), partitions(topic.getValue()));
    }
    return partitions;
  }

  private static int partitions(KafkaFuture<TopicDescription> topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return in(topic).partitions().size();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return 0;
      }
      throw e;
    }
  }

  /** The broker does not know a group that was never used. */
  private static int members(@Nullable KafkaFuture<ConsumerGroupDescription> described)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return described == null ? 0 : in(described).members().size();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw e;
    }
  }

  private static Map<TopicPartition, Long> ends(
      Admin admin, Map<String, Map<TopicPartition, OffsetAndMetadata>> committed)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    committed
        .values()
        .forEach(
            partitions ->
                partitions.keySet().forEach(each -> latest.put(each, OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    in(admin.listOffsets(latest).all()).forEach((each, end) -> ends.put(each, end.offset()));
    return ends;
  }

  private static long lag(
      Map<TopicPartition, @Nullable OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
    long lag = 0;
    for (Map.Entry<TopicPartition, @Nullable OffsetAndMetadata> each : committed.entrySet()) {
      OffsetAndMetadata offset = each.getValue();
      if (offset != null) {
        lag += Math.max(0, ends.getOrDefault(each.getKey(), 0L) - offset.offset());
      }
    }
    return lag;
  }

  private static long handled(Map<TopicPartition, @Nullable OffsetAndMetadata> committed) {
    return committed.values().stream()
        .filter(Objects::nonNull)
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  private static <T> T in(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Admin admin() {
    if (admin == null) {
      Map<String, Object> settings = new HashMap<>(kafka);
      settings.put("request.timeout.ms", (int) PATIENCE.toMillis());
      settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
      admin = Admin.create(settings);
    }
    return admin;
  }

  @PreDestroy
  void close() {
    if (admin != null) {
      admin.close(PATIENCE);
    }
  }
}
