package io.dlpo.testing.kafka;

import io.dlpo.contracts.topic.TopicList;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Provides a Quarkus test with the shared broker and all topics of the project. Injects it into a
 * field of type {@link KafkaCluster} in the test.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    KafkaCluster kafka = KafkaCluster.shared();
    kafka.createTopics(TopicList.load());
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
        "kafka.bootstrap.servers", kafka.bootstrapServers());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        KafkaCluster.shared(), new TestInjector.MatchesType(KafkaCluster.class));
  }

  /** Does nothing: the broker is shared and stops with the JVM. */
  @Override
  public void stop() {}
}
