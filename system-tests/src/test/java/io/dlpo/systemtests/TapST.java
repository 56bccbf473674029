package io.dlpo.systemtests;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.KafkaTools;
import io.dlpo.systemtests.stack.PythonEnvironment;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.systemtests.stack.TapProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example taps, which are programs of others, see what a run decides. */
@ExtendWith(SharedStack.class)
class TapST {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static RunReport run;

  /** Step and text of the prompts that the run accepted. */
  private static List<Tuple> accepted;

  private final Stack stack;

  TapST(Stack stack) {
    this.stack = stack;
  }

  @BeforeAll
  static void run(Stack stack) {
    run = stack.run(SpecFile.small(stack.dlpo(), "tapped", 6, 17));
    accepted =
        stack
            .get("/api/runs/" + run.runId() + "/prompts")
            .valueStream()
            .filter(prompt -> prompt.path("accepted").asBoolean())
            .filter(prompt -> prompt.path("step").asInt() > 0)
            .map(prompt -> tuple(prompt.path("step").asInt(), prompt.path("text").asText()))
            .toList();
    assertThat(accepted).hasSize(run.json().path("accepted").asInt()).isNotEmpty();
  }

  @Test
  void shouldPrintTheAcceptedPromptsWithConfluentsClient() {
    // Given
    PythonEnvironment python = PythonEnvironment.with("requirements-accepted-prompts.txt");

    // When
    List<String> printed;
    try (TapProcess tap =
        TapProcess.printing(
            python.start("python", "accepted_prompts.py", "--broker", stack.kafka()))) {
      printed = tap.awaitLines(TapST::isOfTheRun, lines -> lines.size() >= accepted.size());
    }

    // Then
    assertThat(printed)
        .map(TapST::json)
        .map(line -> tuple(line.path("step").asInt(), line.path("prompt").asText()))
        .containsExactlyElementsOf(accepted);
  }

  @Test
  void shouldReadEveryEventWithTheCloudEventsSdkAndTheSchemasThatTheEventsName() {
    // Given
    PythonEnvironment python = PythonEnvironment.with("requirements-cloud-events.txt");
    Set<String> published =
        stack
            .dlpo()
            .run("events", "--run", run.runId(), "--json")
            .expect(0)
            .out()
            .lines()
            .map(TapST::json)
            .filter(
                event -> !event.path("topic").asText().equals(EventType.EXAMPLE_REQUESTED.topic()))
            .map(event -> event.path("id").asText())
            .collect(toSet());

    // When
    List<JsonNode> read;
    try (TapProcess tap =
        TapProcess.printing(
            python.start(
                "python", "cloud_events.py", "--broker", stack.kafka(), "--json", "--validate"))) {
      read =
          tap.awaitLines(TapST::isOfTheRun, lines -> lines.size() >= published.size()).stream()
              .map(TapST::json)
              .toList();
    }

    // Then
    assertThat(read)
        .extracting(event -> event.path("id").asText())
        .containsExactlyInAnyOrderElementsOf(published);
    assertThat(read)
        .allSatisfy(
            event -> {
              assertThat(event.path("specversion").asText()).isEqualTo("1.0");
              assertThat(event.path("subject").asText()).isEqualTo(run.runId());
              assertThat(event.path("dataschema").asText()).startsWith(stack.rest());
              assertThat(event.path("data").isObject()).isTrue();
            });
    assertThat(read)
        .filteredOn(event -> event.path("type").asText().equals("io.dlpo.RunFinished.v1"))
        .extracting(event -> event.at("/data/trajectory").asText())
        .containsExactly(run.trajectory());
  }

  @Test
  void shouldPrintTheDecisionsWithKafkasConsoleConsumer(@TempDir Path folder) {
    // Given
    RunningCommand consumer =
        KafkaTools.consoleConsumer(
            folder,
            "--bootstrap-server",
            stack.kafka(),
            "--topic",
            EventType.PROMPT_ACCEPTED.topic(),
            "--from-beginning",
            "--timeout-ms",
            "5000",
            "--formatter-property",
            "print.headers=true",
            "--formatter-property",
            "print.key=true");

    // When
    CommandResult result = consumer.await(TIMEOUT);

    // Then
    assertThat(result.out().lines().filter(line -> line.contains("\t" + run.runId() + "\t")))
        .hasSameSizeAs(accepted)
        .allMatch(line -> line.contains("ce_type:io.dlpo.PromptAccepted.v1"))
        .map(line -> json(line.substring(line.lastIndexOf('\t') + 1)))
        .extracting(event -> event.path("step").asInt())
        .containsExactlyElementsOf(
            accepted.stream().map(prompt -> (Integer) prompt.toArray()[0]).toList());
  }

  @Test
  void shouldWriteTheAcceptedPromptsToAFileWithKafkaConnect(@TempDir Path folder) {
    // Given
    Path file = folder.resolve("accepted-prompts.jsonl");
    RunningCommand connect =
        KafkaTools.connectStandalone(
            folder,
            Map.of("KAFKA_BOOTSTRAP_SERVERS", stack.kafka(), "TAP_FOLDER", folder.toString()),
            PythonEnvironment.TAPS.resolve("connect-standalone.properties").toString(),
            PythonEnvironment.TAPS.resolve("connect-file-sink.properties").toString());

    // When
    List<String> written;
    try (TapProcess tap = new TapProcess(connect, file)) {
      written = tap.awaitLines(TapST::isOfTheRun, lines -> lines.size() >= accepted.size());
    }

    // Then
    assertThat(written)
        .map(TapST::json)
        .map(event -> tuple(event.path("step").asInt(), event.at("/decision/prompt").asText()))
        .containsExactlyElementsOf(accepted);
  }

  private static boolean isOfTheRun(String line) {
    return line.contains('"' + run.runId() + '"');
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }
}
