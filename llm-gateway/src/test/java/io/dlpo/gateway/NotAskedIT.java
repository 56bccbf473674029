package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.gateway.abandoned.AbandonedEvaluations;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls for abandoned evaluations. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class NotAskedIT {

  @Inject ModelGateway gateway;
  @Inject AbandonedEvaluations evaluations;
  ScriptedModel model;

  private final EvaluationId abandoned = new EvaluationId("abandoned-" + UUID.randomUUID());
  private final EvaluationId awaited = new EvaluationId("awaited-" + UUID.randomUUID());

  @BeforeEach
  void reset() {
    model.reset();
    model.script(request -> ScriptedReply.text("8"));
  }

  @Test
  void shouldNotAskForAnEvaluationThatWasAbandoned() {
    // Given
    evaluations.add(List.of(abandoned));

    // When
    ModelReply reply = gateway.call(Requests.of(Requests.fresh(), abandoned));

    // Then
    assertThat(kind(reply)).isEqualTo(FailureKind.NOT_ASKED);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void shouldAskForTheOthers() {
    // Given
    evaluations.add(List.of(abandoned));

    // When
    ModelReply reply = gateway.call(Requests.of(Requests.fresh(), awaited));

    // Then
    assertThat(reply).isInstanceOf(ModelReply.Replied.class);
  }

  @Test
  void shouldAnswerWhatIsPaidForFromTheLedgerAllTheSame() {
    // Given
    ModelRequest request = Requests.fresh();
    gateway.call(Requests.of(request, awaited));
    evaluations.add(List.of(abandoned));

    // When
    ModelReply reply = gateway.call(Requests.of(request, abandoned));

    // Then
    assertThat(reply).isInstanceOf(ModelReply.Replied.class);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldMakeNoFurtherAttemptOnceTheEvaluationIsAbandoned() {
    // Given a failing endpoint, and a run that is paused meanwhile
    model.script(
        request -> {
          evaluations.add(List.of(abandoned));
          return ScriptedReply.error(500, "broken", "broken");
        });

    // When
    ModelReply reply = gateway.call(Requests.of(Requests.fresh(), abandoned));

    // Then
    assertThat(kind(reply)).isEqualTo(FailureKind.NOT_ASKED);
  }

  @Test
  void shouldReplyToThoseThatWaitForTheSameRequest() throws Exception {
    // Given
    ModelRequest request = Requests.fresh();
    evaluations.add(List.of(abandoned));
    int each = 8;
    CountDownLatch start = new CountDownLatch(1);

    // When
    List<Future<ModelReply>> replies;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      replies =
          IntStream.range(0, 2 * each)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return gateway.call(
                                Requests.of(
                                    Requests.by(request, "worker-" + i),
                                    i % 2 == 0 ? abandoned : awaited));
                          }))
              .toList();
      start.countDown();
    }

    // Then
    for (int i = 1; i < 2 * each; i += 2) {
      assertThat(replies.get(i).get()).isInstanceOf(ModelReply.Replied.class);
    }
    assertThat(model.requests()).hasSize(1);
  }

  private static FailureKind kind(ModelReply reply) {
    assertThat(reply).isInstanceOf(ModelReply.Failed.class);
    return ((ModelReply.Failed) reply).failure().kind();
  }
}
