package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.wire.EventJson;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProposalsTest {

  private static final RunContext CONTEXT = Runs.annealed();
  private static final RunHistory HISTORY = RunHistory.begin("prompt", List.of(), 1, List.of());
  private static final PromptId PROMPT = PromptId.of("prompt");

  @Test
  void shouldTellEveryEvaluationApart() {
    // Given
    RunContext otherRun =
        Runs.context("run-2", "Answer.", Runs.optimizer(1, null), 1, Runs.splits());

    // When
    Stream<EvaluationId> ids =
        Stream.of(
            Proposals.id(CONTEXT, 1, Purpose.BATCH, PROMPT, 0, 0),
            Proposals.id(otherRun, 1, Purpose.BATCH, PROMPT, 0, 0),
            Proposals.id(CONTEXT, 2, Purpose.BATCH, PROMPT, 0, 0),
            Proposals.id(CONTEXT, 1, Purpose.TEST, PROMPT, 0, 0),
            Proposals.id(CONTEXT, 1, Purpose.BATCH, PromptId.of("other"), 0, 0),
            Proposals.id(CONTEXT, 1, Purpose.BATCH, PROMPT, 1, 0),
            Proposals.id(CONTEXT, 1, Purpose.BATCH, PROMPT, 0, 1));

    // Then
    assertThat(ids).doesNotHaveDuplicates().hasSize(7);
  }

  @Test
  void shouldNameTheSameEvaluationTheSame() {
    assertThat(Proposals.id(CONTEXT, 1, Purpose.BATCH, PROMPT, 0, 0))
        .isEqualTo(Proposals.id(Runs.annealed(), 1, Purpose.BATCH, PROMPT, 0, 0));
  }

  @Property(tries = 100)
  void shouldPutEveryExampleInExactlyOnePart(@ForAll @IntRange(min = 1, max = 450) int size) {
    // Given
    List<Example> examples = Runs.examples("e", size);

    // When
    List<PromptProposed> parts =
        Proposals.events(
            CONTEXT,
            HISTORY,
            new EvaluationRequest(new EvaluationId("id"), 1, Purpose.TEST, "prompt", examples));

    // Then
    assertThat(parts.stream().flatMap(part -> part.examples().stream()))
        .containsExactlyElementsOf(examples);
    assertThat(parts)
        .allSatisfy(
            part -> {
              assertThat(part.parts()).isEqualTo(parts.size());
              assertThat(part.evaluation().size()).isEqualTo(size);
              assertThat(part.evaluation().promptId()).isEqualTo(PROMPT);
            });
    assertThat(parts).hasSize((size + 99) / 100);
  }

  @Property(tries = 50)
  void shouldCutLongExamplesIntoPartsThatFitARecord(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 200_000) Integer> lengths) {
    // Given
    List<Example> examples =
        IntStream.range(0, lengths.size())
            .mapToObj(i -> new Example("row-" + i, "a".repeat(lengths.get(i)), "1"))
            .toList();

    // When
    List<PromptProposed> parts =
        Proposals.events(
            CONTEXT,
            HISTORY,
            new EvaluationRequest(new EvaluationId("id"), 1, Purpose.TEST, "prompt", examples));

    // Then
    assertThat(parts.stream().flatMap(part -> part.examples().stream()))
        .containsExactlyElementsOf(examples);
    assertThat(parts).extracting(PromptProposed::parts).containsOnly(parts.size());
    assertThat(parts)
        .allSatisfy(part -> assertThat(EventJson.write(part)).hasSizeLessThan(700_000));
  }
}
