package io.dlpo.systemtests;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import io.dlpo.systemtests.fuzz.HostileRecord;
import io.dlpo.systemtests.fuzz.HostileRecords;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sends malformed and hostile records to all topics during a run. Each consumer writes each record
 * to its dead-letter topic with the reason. Nothing else is affected.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzST {

  private static final int FEW = 400;
  private static final int STEPS = 6;
  private static final long SEED = 20_260_404;
  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final String LETTER = "to the dead-letter topic";

  /** Matches a line of a stack trace; every log message starts with a date. */
  private static final Pattern TRACE = Pattern.compile("^(\\tat |[a-z]\\S*Exception)");

  private static final Map<String, List<String>> CONSUMERS = consumers();

  private final Stack stack;
  private List<HostileRecord> sent = List.of();
  private List<ServiceProcess.Identity> before = List.of();
  private Map<String, Long> lettersBefore = Map.of();
  private long linesBefore;
  private RunReport disturbed;
  private List<TappedRecord> deadLetters = List.of();

  FuzzST(Stack stack) {
    this.stack = stack;
  }

  /** The number of records to send. */
  int records() {
    return FEW;
  }

  /** The id of the concurrent run. */
  String run() {
    return "fuzz";
  }

  @BeforeAll
  void fuzzARun() throws IOException {
    sent =
        new HostileRecords(SEED)
            .draw(
                records(),
                Arrays.stream(EventType.values())
                    .filter(type -> CONSUMERS.containsKey(type.topic()))
                    .toList());
    before = identities();
    lettersBefore = stack.deadLetters();
    linesBefore = logLines(line -> line.contains(LETTER));
    try (EventTap begun = EventTap.fromEnd(stack.kafka(), EventType.PROMPT_PROPOSED.topic());
        EventTap tap = EventTap.fromEnd(stack.kafka(), expected().keySet().toArray(String[]::new));
        TestProducer producer = TestProducer.to(stack.kafka())) {
      RunningCommand running = stack.startRun(spec(), "--run-id", run());
      begun.awaitRecords(record -> run().equals(record.header("ce_subject")), 1, TIMEOUT);
      long start = System.nanoTime();
      producer.send(sent.stream().map(HostileRecord::record).toList());
      long end = System.nanoTime();
      int count = expected().values().stream().mapToInt(List::size).sum();
      tap.awaitRecords(record -> true, count, TIMEOUT);
      System.out.printf(
          "%d records sent in %.1f s, %d dead letters after %.1f s%n",
          sent.size(), seconds(end - start), count, seconds(System.nanoTime() - start));
      disturbed = new RunReport(running.await(TIMEOUT).expect(0).json());
      tap.awaitNothingMore(Duration.ofSeconds(2));
      deadLetters = tap.records();
    }
  }

  @Test
  void shouldWriteEveryRecordToTheDeadLetterTopicOfEachConsumer() {
    Map<String, List<Integer>> found =
        deadLetters.stream()
            .collect(groupingBy(TappedRecord::topic, mapping(FuzzST::id, toList())));

    assertThat(found.keySet()).isEqualTo(expected().keySet());
    found.forEach(
        (topic, ids) ->
            assertThat(ids)
                .as(topic)
                .containsExactlyInAnyOrderElementsOf(
                    Objects.requireNonNull(expected().get(topic))));
  }

  @Test
  void shouldKeepEachRecordUnchangedWithTheReason() {
    assertThat(deadLetters)
        .allSatisfy(
            letter -> {
              assertThat(letter.header("dead-letter-exception-class-name")).isNotBlank();
              assertThat(letter.headers().get("dead-letter-topic")).isNotBlank();
              assertThat(
                      letter.consumed().headers().headers("dead-letter-reason").iterator().next())
                  .satisfies(header -> assertThat(header.value()).hasSizeBetween(10, 4000));
              HostileRecord record = sent.get(id(letter));
              if (letter.header("dead-letter-omitted-bytes") == null) {
                assertThat(letter.value()).isEqualTo(record.value());
              } else {
                assertThat(Objects.requireNonNull(record.value()).length).isGreaterThan(900_000);
              }
            });
  }

  @Test
  void shouldKeepEveryServiceUp() {
    assertThat(identities()).isEqualTo(before);
    await()
        .atMost(TIMEOUT)
        .untilAsserted(() -> assertThat(stack.services()).allMatch(ServiceProcess::ready));
  }

  @Test
  void shouldLeaveTheRunBesideAsItWouldHaveBeen() {
    // When
    RunReport undisturbed = stack.run(spec());

    // Then
    assertThat(disturbed.status()).isEqualTo("FINISHED");
    assertThat(disturbed.trajectory()).isEqualTo(undisturbed.trajectory());
    assertThat(disturbed.bestPrompt()).isEqualTo(undisturbed.bestPrompt());
    assertThat(disturbed.calls()).isEqualTo(undisturbed.calls());
    assertThat(undisturbed.paid()).as("calls that the ledger did not keep").isZero();
  }

  @Test
  void shouldWriteALineOfLogForEachAndNoStackTrace() throws IOException {
    assertThat(logLines(line -> line.contains("SRMSG00200"))).isZero();
    assertThat(logLines(line -> line.contains("\u001b[2J"))).isZero();
    assertThat(logLines(line -> line.contains(LETTER)) - linesBefore).isEqualTo(deadLetters.size());
    assertThat(tracesAfterLetters()).as("dead letters whose line has a stack trace").isZero();
  }

  @Test
  void shouldListCountAndShowThemToAUser() {
    // When
    JsonNode list = stack.dlpo().run("dead-letters", "list", "--json", "--limit", "3").json();
    CommandResult shown =
        stack.dlpo().run("dead-letters", "show", list.at("/letters/0/id").asText()).expect(0);

    // Then
    Map<String, Integer> counts = new HashMap<>();
    list.path("topics")
        .forEach(topic -> counts.put(topic.path("topic").asText(), topic.path("count").asInt()));
    Map<String, Integer> all = new HashMap<>();
    lettersBefore.forEach((topic, count) -> all.put(topic, count.intValue()));
    expected().forEach((topic, ids) -> all.merge(topic, ids.size(), Integer::sum));
    assertThat(counts).isEqualTo(all);
    assertThat(list.path("letters")).hasSize(3);
    assertThat(shown.out()).contains("dead-letter-reason: ").doesNotContain("\u001b");
  }

  private List<ServiceProcess.Identity> identities() {
    return stack.services().stream().map(ServiceProcess::identity).toList();
  }

  private Path spec() {
    return SpecFile.distinct(stack.dlpo(), run(), STEPS, 404);
  }

  /** Returns the expected record ids for each dead-letter topic. */
  private Map<String, List<Integer>> expected() {
    Map<String, List<Integer>> expected = new HashMap<>();
    CONSUMERS.forEach(
        (topic, consumers) ->
            consumers.forEach(
                consumer ->
                    expected.put(
                        TopicDefinition.deadLetterName(topic, consumer),
                        sent.stream()
                            .filter(record -> record.topic().equals(topic))
                            .map(HostileRecord::id)
                            .toList())));
    return expected;
  }

  private static Map<String, List<String>> consumers() {
    Map<String, List<String>> consumers = new HashMap<>();
    TopicList.load().topics().stream()
        .filter(topic -> !topic.consumers().isEmpty())
        .forEach(topic -> consumers.put(topic.name(), topic.consumers()));
    return consumers;
  }

  /** The letter of an oversized record keeps only the record's CloudEvents headers. */
  private static int id(TappedRecord letter) {
    String id = letter.header(HostileRecord.ID);
    return Integer.parseInt(Objects.requireNonNull(id, () -> "no id: " + letter.headers()));
  }

  private long logLines(Predicate<String> predicate) throws IOException {
    return logs().stream().flatMap(FuzzST::lines).filter(predicate).count();
  }

  /**
   * Counts only traces that follow a log line about a dead letter: on a busy machine, Vert.x also
   * logs traces of blocked threads.
   */
  private long tracesAfterLetters() throws IOException {
    return logs().stream().mapToLong(file -> tracesAfterLetters(lines(file).toList())).sum();
  }

  private static long tracesAfterLetters(List<String> lines) {
    return IntStream.range(1, lines.size())
        .filter(line -> lines.get(line - 1).contains(LETTER))
        .filter(line -> TRACE.matcher(lines.get(line)).find())
        .count();
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(stack.dlpo().home().resolve("logs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
