package io.dlpo.systemtests.soak;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The scored evaluations in the log. Counts an event that was published repeatedly only once. */
public final class ScoredEvaluations {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Set<String>> contents = new HashMap<>();

  private ScoredEvaluations() {}

  /** Reads the topic up to its current end. */
  public static ScoredEvaluations read(String kafka) {
    ScoredEvaluations scored = new ScoredEvaluations();
    Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(EventType.BATCH_SCORED.topic()).stream()
              .map(about -> new TopicPartition(about.topic(), about.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(scored::take);
      }
    }
    return scored;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      String evaluation = MAPPER.readTree(record.value()).at("/evaluation/id").asText();
      String content = MAPPER.readTree(record.value()).toString();
      contents.computeIfAbsent(evaluation, id -> new HashSet<>()).add(content);
    } catch (IOException e) {
      throw new UncheckedIOException("a scored evaluation is no JSON", e);
    }
  }

  public int count() {
    return contents.size();
  }

  /** The number of evaluations that were scored twice with different results. */
  public int twice() {
    return (int) contents.values().stream().filter(events -> events.size() > 1).count();
  }
}
