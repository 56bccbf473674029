package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A stack with scripted endpoints: invalid keys, slow replies, no replies, and two at once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class ScriptedModelST {

  private static final String KEY = "not-a-real-key-7f3a";
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  private static ScriptedModel model;
  private static ScriptedModel teacher;
  private static Stack stack;

  @BeforeAll
  static void up() {
    model = ScriptedModel.start();
    teacher = ScriptedModel.start();
    stack =
        Stack.up(
            "scripted",
            Map.of(
                "OPENAI_BASE_URL",
                model.baseUrl(),
                "OPENAI_API_KEY",
                KEY,
                "DLPO_ENDPOINTS_TEACHER_URL",
                teacher.baseUrl(),
                "DLPO_ENDPOINTS_TEACHER_KEY",
                "key-of-the-teacher",
                "DLPO_FORWARD_ENGINE_CONCURRENCY",
                "4"));
  }

  @AfterAll
  static void down() {
    stack.close();
    model.close();
    teacher.close();
  }

  @BeforeEach
  void reset() {
    model.reset();
    teacher.reset();
  }

  @Test
  void shouldPauseOnAWrongKeyWithoutRetriesAndGoOnWhenItIsRight() {
    // Given
    model.script(
        request -> ScriptedReply.error(401, "invalid_api_key", "Incorrect API key provided"));
    Path spec = SpecFile.distinct(stack.dlpo(), "wrong-key", 1, 41);

    // When
    CommandResult paused = stack.dlpo().run("run", spec.toString(), "--run-id", "wrong-key");

    // Then
    assertThat(paused.exitStatus()).as(paused.toString()).isEqualTo(1);
    assertThat(paused.err()).contains("401").contains("resume");
    assertThat(stack.runNow("wrong-key").status()).isEqualTo("PAUSED");
    assertThat(stack.runNow("wrong-key").reason()).contains("401").doesNotContain(KEY);
    assertThat(model.requests())
        .as("one request an example")
        .extracting(ModelRequestSeen::user)
        .isNotEmpty()
        .doesNotHaveDuplicates();

    // When the endpoint accepts the key
    model.script(request -> ScriptedReply.text("Answer: 1"));
    stack.dlpo().run("resume", "wrong-key").expect(0);

    // Then
    CommandResult followed = stack.dlpo().run("follow", "wrong-key");
    assertThat(followed.exitStatus()).as(followed.toString()).isEqualTo(0);
    assertThat(stack.runNow("wrong-key").status()).isEqualTo("FINISHED");
  }

  @Test
  void shouldNotAskForWhatStillWaitsInQueuesOnceTheRunIsPaused() {
    String run = "queued";
    try (EventTap scores = EventTap.fromEnd(stack.kafka(), EventType.BATCH_SCORED.topic())) {
      // Given an evaluation of 20 examples with a low concurrency limit
      CompletableFuture<ScriptedReply> reply = new CompletableFuture<>();
      model.script(request -> reply.join());
      RunningCommand running =
          stack.startRun(SpecFile.distinct(stack.dlpo(), run, 1, 302), "--run-id", run);
      await().atMost(TIMEOUT).until(() -> !model.requests().isEmpty());

      // When
      stack.dlpo().run("pause", run).expect(0);
      await().atMost(TIMEOUT).until(() -> stack.runNow(run).status().equals("PAUSED"));
      reply.complete(ScriptedReply.text("Answer: 1"));

      // Then the evaluation ends with only the calls that were in flight
      BatchScored abandoned =
          scores
              .awaitRecords(record -> run.equals(record.header("ce_subject")), 1, TIMEOUT)
              .getFirst()
              .as(BatchScored.class);
      int asked = model.requests().size();
      assertThat(abandoned.failed()).isEqualTo(abandoned.evaluation().size() - asked);
      assertThat(abandoned.failures())
          .extracting(CallFailure::kind)
          .containsExactly(FailureKind.NOT_ASKED);
      assertThat(asked).isLessThan(abandoned.evaluation().size() / 2);
      assertThat(stack.runNow(run).status()).isEqualTo("PAUSED");
      running.await(TIMEOUT);

      // When
      model.script(request -> ScriptedReply.text("Answer: 1"));
      stack.dlpo().run("resume", run).expect(0);
      stack.dlpo().run("follow", run).expect(0);

      // Then no call was repeated
      assertThat(stack.runNow(run).status()).isEqualTo("FINISHED");
      assertThat(stack.runNow(run).paid()).isEqualTo(model.requests().size());
      assertThat(model.requests()).extracting(ModelRequestSeen::body).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldCallEachModelAtTheEndpointThatTheEnvironmentNames() {
    // Given
    model.script(request -> ScriptedReply.text("Answer: 1"));
    teacher.script(request -> ScriptedReply.text("Be careful."));

    // When
    stack.dlpo().run("run", atEndpoint("two-endpoints", "teacher").toString()).expect(0);

    // Then
    assertThat(model.requests()).isNotEmpty().noneMatch(asked -> asked.model().equals("wise"));
    assertThat(teacher.requests())
        .isNotEmpty()
        .allMatch(asked -> asked.model().equals("wise"))
        .allMatch(asked -> "Bearer key-of-the-teacher".equals(asked.header("authorization")));
  }

  @Test
  void shouldRefuseAnEndpointThatTheEnvironmentDoesNotName() {
    // When
    CommandResult refused =
        stack.dlpo().run("run", atEndpoint("unknown-endpoint", "nowhere").toString());

    // Then
    assertThat(refused.exitStatus()).as(refused.toString()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "`engines.backward.endpoint` is 'nowhere'; it must be teacher",
            "DLPO_ENDPOINTS_NOWHERE_URL");
  }

  @Test
  void shouldCountARefusedRowAsWrongIfTheSpecToleratesItAndElsePause() {
    // Given an endpoint that filters one row of the validation split
    AtomicReference<String> filtered = new AtomicReference<>();
    model.script(
        request -> {
          filtered.compareAndSet(null, request.user());
          return request.user().equals(filtered.get())
              ? ScriptedReply.error(400, "content_filter", "The prompt was filtered")
              : ScriptedReply.text("Answer: 1");
        });
    String tolerant = SpecFile.smallText("tolerant", 1, 43) + "failures: {tolerate: 0.02}\n";

    // When
    CommandResult finished =
        stack
            .dlpo()
            .run(
                "run",
                SpecFile.write(stack.dlpo(), "tolerant", tolerant).toString(),
                "--run-id",
                "tolerant");

    // Then
    assertThat(finished.exitStatus()).as(finished.toString()).isEqualTo(0);
    assertThat(finished.out()).contains("1 row counts as wrong", "The prompt was filtered");
    assertThat(stack.runNow("tolerant").json().path("failedRows")).hasSize(1);
    assertThat(model.requests())
        .filteredOn(request -> request.user().equals(filtered.get()))
        .hasSize(1);

    // When no row is tolerated
    Path strict = SpecFile.write(stack.dlpo(), "strict", SpecFile.smallText("strict", 1, 43));
    CommandResult paused = stack.dlpo().run("run", strict.toString(), "--run-id", "strict");

    // Then
    assertThat(paused.exitStatus()).as(paused.toString()).isEqualTo(1);
    assertThat(stack.runNow("strict").reason())
        .startsWith("1 of 20 rows got no usable answer, and failures.tolerate allows none: ")
        .contains("The prompt was filtered");
    assertThat(stack.dlpo().run("list").out()).contains("strict is paused: 1 of 20 rows got no");
    assertThat(stack.dlpo().run("show", "strict").out()).contains("./dlpo resume strict");
  }

  @Test
  void shouldEndOnceThePromptHasAllRight() throws IOException {
    // Given a model that errs until the prompt tells it what to do, and a teacher that tells it
    String rows =
        IntStream.rangeClosed(1, 18)
            .mapToObj("{\"input\": \"number %1$d\", \"reference\": \"%1$d\"}\n"::formatted)
            .collect(Collectors.joining());
    Files.writeString(stack.dlpo().home().resolve("numbers.jsonl"), rows);
    model.script(
        request ->
            ScriptedReply.text(
                request.user().startsWith("number ")
                    ? request
                        .user()
                        .replace(
                            "number", request.system().contains("Repeat it.") ? "Answer:" : "Not")
                    : "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Repeat it.\"}]}"));
    Path spec =
        SpecFile.write(
            stack.dlpo(),
            "all-right",
            """
            name: all-right
            prompt: You will see a number.
            dataset: {file: numbers.jsonl, format: jsonl, split: {train: 6, validation: 6, test: 6}}
            metric: {type: number}
            optimizer: {batchSize: 3, steps: 30}
            """);

    // When
    CommandResult finished =
        stack.dlpo().run("run", spec.toString(), "--run-id", "all-right").expect(0);

    // Then
    assertThat(finished.out()).contains("so there is no mistake to learn from");
    RunReport report = stack.runNow("all-right");
    assertThat(report.status()).isEqualTo("FINISHED");
    assertThat(report.reason()).contains("so there is no mistake to learn from");
    assertThat(report.bestPrompt()).contains("Repeat it.");
    assertThat(report.json().path("step").asInt()).isBetween(1, 29);
  }

  private static Path atEndpoint(String name, String endpoint) {
    return SpecFile.write(
        stack.dlpo(),
        name,
        SpecFile.smallText(name, 1, 43).replace("a reasoning question.", name + ".")
            + "engines: {backward: {model: wise, endpoint: %s}}\n".formatted(endpoint));
  }

  /** Must run last: the endpoint does not restart. */
  @Test
  @Order(Integer.MAX_VALUE)
  void shouldPauseWhenTheEndpointIsUnreachable() {
    // Given
    model.close();
    Path spec = SpecFile.distinct(stack.dlpo(), "unreachable", 1, 42);

    // When
    CommandResult paused = stack.dlpo().run("run", spec.toString(), "--run-id", "unreachable");

    // Then
    assertThat(paused.exitStatus()).as(paused.toString()).isEqualTo(1);
    RunReport report = stack.runNow("unreachable");
    assertThat(report.status()).isEqualTo("PAUSED");
    assertThat(report.reason()).contains("127.0.0.1");
  }
}
