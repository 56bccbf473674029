package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.otlp.OtlpReceiver;
import io.dlpo.testing.otlp.SeenSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The trace of one step, from its request to its decision, as a receiver of OTLP gets it. */
@ExtendWith(SharedStack.class)
class TraceST {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String RUN = "traced-" + UUID.randomUUID();
  private static final int BATCH = 4;

  /** Longer than any name or id, and shorter than any text of a prompt or a question. */
  private static final int LONGEST = 100;

  private static RunReport report;
  private static OtlpReceiver spans;

  /** From the first span of the trace to the publication of the decision. */
  private static List<SeenSpan> path;

  private static List<SeenSpan> trace;

  @BeforeAll
  static void traceARun(Stack stack, OtlpReceiver receiver) {
    Assumptions.assumeFalse(Stack.ofImages(), "containers do not reach the receiver");
    spans = receiver;
    receiver.keep(span -> RUN.equals(span.attribute("dlpo.run.id")));
    report = stack.run(SpecFile.distinct(stack.dlpo(), RUN, 2, 11), "--run-id", RUN);
    path = await("the trace of step 1").atMost(TIMEOUT).until(TraceST::path, way -> !way.isEmpty());
    String traceId = path.getFirst().traceId();
    trace =
        await("a trace without loose ends")
            .atMost(TIMEOUT)
            .until(
                () -> receiver.spans(span -> span.traceId().equals(traceId)), TraceST::isConnected);
  }

  private static boolean isConnected(List<SeenSpan> seen) {
    Set<String> ids = seen.stream().map(SeenSpan::spanId).collect(Collectors.toSet());
    return seen.stream()
        .map(SeenSpan::parentId)
        .allMatch(parent -> parent.isEmpty() || ids.contains(parent));
  }

  /** The ancestors of the decision and the decision; empty while any of them is missing. */
  private static List<SeenSpan> path() {
    Map<String, SeenSpan> byId =
        spans.spans(span -> true).stream()
            .collect(Collectors.toMap(SeenSpan::spanId, Function.identity()));
    List<SeenSpan> way = new ArrayList<>();
    Optional<SeenSpan> next =
        byId.values().stream().filter(span -> isDecision(span) && isOfStep(span, 1)).findFirst();
    while (next.isPresent()) {
      way.addFirst(next.get());
      next = Optional.ofNullable(byId.get(next.get().parentId()));
    }
    return way.isEmpty() || !way.getFirst().parentId().isEmpty() ? List.of() : way;
  }

  @Test
  void shouldLeadThroughAllServicesFromTheRequestToTheDecision() {
    assertThat(path)
        .extracting(span -> span.service() + ": " + span.name())
        .startsWith(
            "optimizer: step",
            "optimizer: send dlpo.prompt.proposed.v1",
            "forward-engine: process dlpo.prompt.proposed.v1",
            "forward-engine: send dlpo.example.requested.v1",
            "forward-engine: process dlpo.example.requested.v1",
            "forward-engine: send dlpo.prediction.produced.v1",
            "evaluator: process dlpo.prediction.produced.v1",
            "evaluator: evaluation",
            "evaluator: send dlpo.batch.scored.v1",
            "backward-engine: process dlpo.batch.scored.v1",
            "backward-engine: send dlpo.gradient.produced.v1",
            "optimizer: process dlpo.gradient.produced.v1",
            "optimizer: send dlpo.prompt.proposed.v1",
            "forward-engine: process dlpo.prompt.proposed.v1")
        .endsWith(
            "evaluator: send dlpo.batch.scored.v1",
            "optimizer: process dlpo.batch.scored.v1",
            "optimizer: " + path.getLast().name());
    assertThat(path).allMatch(span -> isOfStep(span, 1));
  }

  @Test
  void shouldHaveOneTraceForAStep() {
    assertThat(trace).filteredOn(span -> span.parentId().isEmpty()).hasSize(1);
    assertThat(spans.spans(span -> span.name().equals("step") && isOfStep(span, 1))).hasSize(1);
    assertThat(trace).noneMatch(SeenSpan::failed);
  }

  @Test
  void shouldLinkTheNextStepToTheSpanThatBeganIt() {
    SeenSpan next =
        spans
            .awaitSpans(span -> span.name().equals("step") && isOfStep(span, 2), 1, TIMEOUT)
            .getFirst();

    assertThat(next.traceId()).isNotEqualTo(path.getFirst().traceId());
    assertThat(next.links()).hasSize(1).isSubsetOf(trace.stream().map(SeenSpan::spanId).toList());
  }

  @Test
  void shouldShowTheModelCallsOfEachServiceWithinItsHandlers() {
    assertThat(calls("forward-engine", "batch", "process dlpo.example.requested.v1"))
        .hasSize(BATCH);
    assertThat(calls("backward-engine", "critique", "process dlpo.batch.scored.v1")).isNotEmpty();
    assertThat(calls("backward-engine", "reduction", "process dlpo.batch.scored.v1")).hasSize(1);
    assertThat(calls("optimizer", "update", "process dlpo.gradient.produced.v1")).isNotEmpty();
    assertThat(calls(span -> true))
        .allSatisfy(
            call -> {
              String model =
                  call.service().equals("forward-engine") ? "sim-student" : "sim-teacher";
              assertThat(call.name()).isEqualTo("chat " + model);
              assertThat(call.attributes())
                  .containsEntry("gen_ai.operation.name", "chat")
                  .containsEntry("gen_ai.request.model", model)
                  .containsEntry("gen_ai.response.finish_reasons", List.of("stop"))
                  .containsEntry("server.address", "127.0.0.1")
                  .containsEntry("dlpo.step", 1L)
                  .containsKeys("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens");
            });
  }

  @Test
  void shouldLinkAnEvaluationToItsExamples() {
    // Given
    SeenSpan evaluation =
        path.stream().filter(span -> span.name().equals("evaluation")).findFirst().orElseThrow();

    // Then
    assertThat(evaluation.attribute("dlpo.examples")).isEqualTo((long) BATCH);
    assertThat(evaluation.links())
        .hasSize(BATCH - 1)
        .isSubsetOf(
            trace.stream()
                .filter(span -> span.name().equals("process dlpo.prediction.produced.v1"))
                .map(SeenSpan::spanId)
                .toList());
  }

  @Test
  void shouldHoldNoTextOfPromptsQuestionsOrReplies() {
    List<String> texts = spans.spans(span -> true).stream().flatMap(SeenSpan::texts).toList();

    assertThat(texts).allMatch(text -> text.length() <= LONGEST, "is short");
    assertThat(texts)
        .noneMatch(text -> text.contains("reasoning question") || text.contains("How many"));
    assertThat(report.bestPrompt()).hasSizeGreaterThan(LONGEST / 2);
    assertThat(texts).noneMatch(text -> text.contains(report.bestPrompt()));
  }

  private static List<SeenSpan> calls(String service, String purpose, String parent) {
    List<String> parents =
        trace.stream()
            .filter(span -> span.service().equals(service) && span.name().equals(parent))
            .map(SeenSpan::spanId)
            .toList();
    return calls(
        span ->
            span.service().equals(service)
                && purpose.equals(span.attribute("dlpo.purpose"))
                && parents.contains(span.parentId()));
  }

  private static List<SeenSpan> calls(Predicate<SeenSpan> wanted) {
    return trace.stream().filter(span -> span.kind().equals("CLIENT")).filter(wanted).toList();
  }

  private static boolean isDecision(SeenSpan span) {
    return span.name().equals("send dlpo.prompt.accepted.v1")
        || span.name().equals("send dlpo.prompt.rejected.v1");
  }

  private static boolean isOfStep(SeenSpan span, long step) {
    return Long.valueOf(step).equals(span.attribute("dlpo.step"));
  }
}
