package io.dlpo.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.contracts.wire.RunChange;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.DatasetFormat;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceFile;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.spec.CanonicalSpec;
import io.dlpo.core.spec.DefaultModels;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.core.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The demo run as a version recorded it that did not number the changes of a run: the records of
 * its topics, except those between forward engine and evaluator.
 */
class RecordedLogTest {

  private static final Path RECORDED = Path.of("src/test/resources/replay/base-demo.jsonl");
  private static final Path DATASET = Path.of("../examples/object-counting.jsonl");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, EventType> TYPES =
      Arrays.stream(EventType.values())
          .collect(Collectors.toMap(EventType::topic, Function.identity()));

  private final List<LoggedEvent> log = read();

  @Test
  void shouldReplayToTheRecordedTrajectory() {
    // When
    ReplayResult result = replay(log);

    // Then
    assertThat(result)
        .isEqualTo(
            new ReplayResult.Agrees(
                8,
                log.size() - 1,
                "23921baadbec12f3f419bb783c3f5301a5a72fdb263cfa847e353efac9a16592",
                "finished"));
    RunFinished end =
        Tampering.first(
            log.stream().map(LoggedEvent::event).toList(), RunFinished.class, e -> true);
    assertThat(end.trajectory()).isEqualTo(((ReplayResult.Agrees) result).trajectory());
  }

  @Test
  void shouldNotAgreeWhereADrawWasChangedButSayWhereItDoesNot() {
    // Given
    List<Event> changed =
        Tampering.with(
            log.stream().map(LoggedEvent::event).toList(),
            PromptAccepted.class,
            any -> true,
            accepted -> ((ObjectNode) accepted.get("decision")).put("draw", 0.5));

    // When
    ReplayResult result =
        replay(changed.stream().map(event -> new LoggedEvent(event, null)).toList());

    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            ReplayResult.Unknown.class,
            unknown ->
                assertThat(unknown.reason())
                    .startsWith(
                        "the run was recorded by a version that did not number its changes, and"
                            + " its events do not agree in the order of their timestamps (step ")
                    .contains(", decision.draw: recorded 0.5, recomputed "));
  }

  @Test
  void shouldReplayARunThatWasUpgradedInItsCourse() {
    // Given numbers on what was published last
    List<LoggedEvent> upgraded =
        log.stream()
            .map(
                each ->
                    each.event() instanceof RunFinished
                        ? new LoggedEvent(each.event(), new RunChange(1, "a score", List.of()))
                        : each)
            .toList();

    // When, Then
    assertThat(replay(upgraded)).isEqualTo(replay(log));
  }

  private static ReplayResult replay(List<LoggedEvent> log) {
    RunReplay replay = RunReplay.of(log).orElseThrow();
    ResolvedRun run =
        new SpecReader(
                new DefaultModels(Optional.empty(), Optional.empty()),
                PriceFile.builtIn(),
                id -> Optional.of(dataset()),
                InputLimits.NONE)
            .read(CanonicalSpec.recorded(replay.request().spec()));
    RunContext context = new RunContext(replay.request().runId(), run.settings(), run.splits(), 0);
    return replay.all(context, RunReplay.begin(context), true).result();
  }

  private static Dataset dataset() {
    try {
      return DatasetFormat.JSONL.read("object-counting.jsonl", Files.readAllBytes(DATASET));
    } catch (IOException e) {
      throw new AssertionError("no dataset", e);
    }
  }

  private static List<LoggedEvent> read() {
    try (var lines = Files.lines(RECORDED)) {
      return lines
          .map(RecordedLogTest::json)
          .sorted(
              Comparator.<JsonNode>comparingLong(record -> record.path("timestamp").asLong())
                  .thenComparing(record -> TYPES.get(record.path("topic").asText())))
          .map(RecordedLogTest::logged)
          .toList();
    } catch (IOException e) {
      throw new AssertionError("no recorded log", e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("no record: " + line, e);
    }
  }

  private static LoggedEvent logged(JsonNode record) {
    EventType type = TYPES.get(record.path("topic").asText());
    RunChange change =
        RunChange.of(name -> record.path("headers").path("ce_" + name).asText(null)).orElse(null);
    try {
      byte[] value = MAPPER.writeValueAsBytes(record.get("value"));
      return new LoggedEvent(EventJson.read(value, type.record()), change);
    } catch (IOException e) {
      throw new AssertionError("no event: " + record, e);
    }
  }
}
