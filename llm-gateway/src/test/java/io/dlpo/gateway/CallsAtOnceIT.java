package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many concurrent calls, with long timeouts so that they also meet on a busy machine. */
@QuarkusTest
@TestProfile(CallsAtOnceIT.Patient.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class CallsAtOnceIT {

  private static final int CALLS = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject ModelGateway gateway;
  ScriptedModel model;

  /** An attempt that times out would be made again and counted twice. */
  public static class Patient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dlpo.gateway.attempt-timeout", "90s", "dlpo.gateway.max-duration", "120s");
    }
  }

  @Test
  void shouldHoldACallForEachOfSixtyFourThatAskAtOnce() throws Exception {
    // Given a model that answers only after that many requests have arrived
    model.reset();
    CountDownLatch waiting = new CountDownLatch(CALLS);
    model.script(
        request -> {
          waiting.countDown();
          return awaited(waiting)
              ? ScriptedReply.text("8")
              : ScriptedReply.error(400, "alone", "no others came");
        });
    Callable<ModelReply> call = () -> gateway.call(Requests.of("never refused"));

    // When
    List<ModelReply> replies;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      replies =
          threads.invokeAll(Collections.nCopies(CALLS, call)).stream()
              .map(Future::resultNow)
              .toList();
    }

    // Then
    assertThat(replies).hasSize(CALLS).allMatch(ModelReply.Replied.class::isInstance);
    assertThat(model.maxConcurrent()).isEqualTo(CALLS);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
