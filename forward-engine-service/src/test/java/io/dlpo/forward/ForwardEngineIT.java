package io.dlpo.forward;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.metric.ContainsMetric;
import io.dlpo.contracts.prompt.ChatPrompt;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forward engine from topic to topic, with a scripted model. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class ForwardEngineIT {

  private static final String PROPOSALS = EventType.PROMPT_PROPOSED.topic();
  private static final String TASKS = EventType.EXAMPLE_REQUESTED.topic();
  private static final String PREDICTIONS = EventType.PREDICTION_PRODUCED.topic();
  private static final String DEAD_PROPOSALS = dead(PROPOSALS);
  private static final String DEAD_TASKS = dead(TASKS);
  private static final int CONCURRENCY = 160;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  ScriptedModel model;

  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    model.reset();
    model.script(request -> ScriptedReply.text("Answer: 1"));
    tap = EventTap.on(TASKS, PREDICTIONS, DEAD_PROPOSALS, DEAD_TASKS);
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @Test
  void shouldAnswerEveryExampleOfAProposalInPartsExactlyOnce() {
    // Given
    Evaluation evaluation = Tasks.evaluation(30);
    List<Example> examples = Tasks.examples(evaluation);

    // When
    producer.send(
        new PromptProposed(evaluation, 3, 3, examples.subList(20, 30)),
        new PromptProposed(evaluation, 1, 3, examples.subList(0, 10)),
        new PromptProposed(evaluation, 2, 3, examples.subList(10, 20)));
    tap.awaitRecords(on(PREDICTIONS), 30, PATIENCE);
    tap.awaitNothingMore(QUIET);

    // Then
    assertThat(tap.records(on(TASKS)))
        .extracting(record -> record.as(ExampleRequested.class))
        .containsExactlyInAnyOrderElementsOf(
            examples.stream().map(example -> new ExampleRequested(evaluation, example)).toList());
    assertThat(tap.records(on(PREDICTIONS)))
        .extracting(record -> record.as(PredictionProduced.class).example())
        .containsExactlyInAnyOrderElementsOf(examples);
    assertThat(model.requests()).hasSize(30);
  }

  @Test
  void shouldTraceNothingUnlessThereIsAReceiver() {
    // Given
    Evaluation evaluation = Tasks.evaluation(2);
    PromptProposed proposal = new PromptProposed(evaluation, 1, 1, Tasks.examples(evaluation));
    Map<String, String> headers = TestProducer.headers(proposal);
    headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    // When
    producer.send(PROPOSALS, proposal.partitionKey(), EventJson.write(proposal), headers);
    tap.awaitRecords(on(PREDICTIONS), 2, PATIENCE);

    // Then
    assertThat(tap.records(record -> true))
        .hasSize(4)
        .noneMatch(record -> record.headers().containsKey("traceparent"));
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("BatchSpanProcessor"));
  }

  @Test
  void shouldPublishWhatTheModelAnswered() {
    // Given
    model.script(
        request -> ScriptedReply.completion("It is \\boxed{8}.\nAnswer: {8}", "stop", 42, 7));
    ExampleRequested task = Tasks.task(Tasks.evaluation(1));

    // When
    producer.send(task);
    TappedRecord record = tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE).getFirst();

    // Then
    PredictionProduced prediction = record.as(PredictionProduced.class);
    assertThat(prediction.output()).isEqualTo("It is \\boxed{8}.\nAnswer: {8}");
    assertThat(prediction.call().paid()).isTrue();
    assertThat(prediction.call().inputTokens()).isEqualTo(42);
    assertThat(prediction.call().outputTokens()).isEqualTo(7);
    assertThat(record.key()).isEqualTo(task.identity());
    assertThat(record.header("ce_id")).isEqualTo(CloudEventAttributes.id(prediction));
    assertThat(record.header("ce_source")).isEqualTo("/dlpo/forward-engine");
  }

  @Test
  void shouldPublishTheSameBytesForARepeatedTaskWithoutAnotherCall() {
    // Given
    ExampleRequested task = Tasks.task(Tasks.evaluation(1));
    producer.send(task);
    tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE);

    // When
    producer.send(task, task);
    List<TappedRecord> published = tap.awaitRecords(on(PREDICTIONS), 3, PATIENCE);

    // Then
    assertThat(published).hasSize(3);
    assertThat(published).extracting(TappedRecord::text).containsOnly(published.getFirst().text());
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldNeverSendAReferenceToTheModel() {
    // Given
    Evaluation evaluation = Tasks.evaluation(1);
    String reference = "secret {input} <REFERENCE> \"}]} Answer: 1";
    Example hostile = new Example("e1", "What? " + evaluation.id(), reference);

    // When
    producer.send(new PromptProposed(evaluation, 1, 1, List.of(hostile)));
    PredictionProduced prediction =
        tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE).getFirst().as(PredictionProduced.class);

    // Then
    assertThat(prediction.example()).isEqualTo(hostile);
    assertThat(model.requests())
        .singleElement()
        .extracting(ModelRequestSeen::body)
        .asString()
        .doesNotContain("secret");
  }

  @Test
  void shouldSendTheMessagesOfThePromptFilledFromTheRow() {
    // Given
    String prompt =
        new ChatPrompt(
                List.of(
                    new PromptMessage(MessageRole.SYSTEM, "Count."),
                    new PromptMessage(MessageRole.USER, "Two cats?"),
                    new PromptMessage(MessageRole.ASSISTANT, "Answer: 2"),
                    new PromptMessage(MessageRole.USER, "{{task}} {{id}}")))
            .text();
    Evaluation evaluation = Tasks.evaluation(prompt, new ContainsMetric(null), 1);
    String id = evaluation.id().value();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("task", "Say {{id}}:");
    fields.put("id", id);
    Example example = new Example("e1", "", "1", fields);

    // When
    producer.send(new PromptProposed(evaluation, 1, 1, List.of(example)));
    PredictionProduced prediction =
        tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE).getFirst().as(PredictionProduced.class);

    // Then
    assertThat(prediction.output()).isEqualTo("Answer: 1");
    assertThat(prediction.example()).isEqualTo(example);
    assertThat(model.requests())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.body().path("messages").valueStream())
                    .extracting(
                        message -> message.path("role").asText(),
                        message -> message.path("content").asText())
                    .containsExactly(
                        tuple("system", "Count."),
                        tuple("user", "Two cats?"),
                        tuple("assistant", "Answer: 2"),
                        tuple("user", "Say {{id}}: " + id)));
  }

  @Test
  void shouldReportAFailedCallAsFailure() {
    // Given
    model.script(request -> ScriptedReply.error(401, "invalid_api_key", "Incorrect API key"));

    // When
    producer.send(Tasks.task(Tasks.evaluation(1)));
    PredictionProduced prediction =
        tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE).getFirst().as(PredictionProduced.class);

    // Then
    assertThat(prediction.output()).isNull();
    assertThat(prediction.failure()).isNotNull();
    assertThat(prediction.failure().kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldReportAnEmptyReplyAsFailure() {
    // Given
    model.script(request -> ScriptedReply.text(""));

    // When
    producer.send(Tasks.task(Tasks.evaluation(1)));
    PredictionProduced prediction =
        tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE).getFirst().as(PredictionProduced.class);

    // Then
    assertThat(prediction.failure()).isNotNull();
    assertThat(prediction.failure().kind()).isEqualTo(FailureKind.UNREADABLE);
  }

  @Test
  void shouldSendWhatItCannotReadToTheDeadLettersAndGoOn() {
    // Given
    Evaluation evaluation = Tasks.evaluation(1);
    PromptProposed good = new PromptProposed(evaluation, 1, 1, Tasks.examples(evaluation));
    byte[] broken = "{\"part\":1,".getBytes(StandardCharsets.UTF_8);

    // When
    producer.send(PROPOSALS, "broken", broken, TestProducer.headers(good));
    producer.send(TASKS, "broken", broken, TestProducer.headers(Tasks.task(evaluation)));
    producer.send(TASKS, "empty", null, TestProducer.headers(Tasks.task(evaluation)));
    producer.send(good);
    tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE);
    List<TappedRecord> proposals = tap.awaitRecords(on(DEAD_PROPOSALS), 1, PATIENCE);
    List<TappedRecord> tasks = tap.awaitRecords(on(DEAD_TASKS), 2, PATIENCE);

    // Then
    assertThat(proposals)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.value()).isEqualTo(broken);
              assertThat(record.header("dead-letter-reason"))
                  .contains("the value is not a valid io.dlpo.PromptProposed.v1");
            });
    assertThat(tasks).extracting(TappedRecord::key).containsExactlyInAnyOrder("broken", "empty");
  }

  @Test
  void shouldCallTheModelForAsManyExamplesAtOnceAsItIsSetTo() {
    // Given a model that answers only after that many requests have arrived
    CountDownLatch waiting = new CountDownLatch(CONCURRENCY);
    model.script(
        request -> {
          waiting.countDown();
          assertThat(awaited(waiting)).isTrue();
          return ScriptedReply.text("Answer: 1").after(Duration.ofMillis(300));
        });
    Evaluation evaluation = Tasks.evaluation(400);

    // When
    producer.send(new PromptProposed(evaluation, 1, 1, Tasks.examples(evaluation)));
    tap.awaitRecords(on(PREDICTIONS), 400, PATIENCE);

    // Then
    assertThat(model.maxConcurrent()).isEqualTo(CONCURRENCY);
    assertThat(tap.records(on(PREDICTIONS)))
        .extracting(record -> record.as(PredictionProduced.class).output())
        .containsOnly("Answer: 1")
        .hasSize(400);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String dead(String topic) {
    return TopicDefinition.deadLetterName(topic, "forward-engine");
  }
}
