package io.dlpo.backward.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.backward.Batches;
import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.gateway.ModelRequest;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReductionRequestTest {

  private final Evaluation evaluation = Batches.evaluation(Purpose.BATCH, new NumberMetric());

  @Test
  void shouldNumberTheCritiquesInTheirOrder() {
    // When
    ModelRequest request =
        ReductionRequest.of(
            evaluation, List.of(new Critique("e1", "Add up."), new Critique("e2", "Show steps.")));

    // Then
    assertThat(request.messages().getFirst().content()).startsWith("You merge critiques");
    assertThat(request.messages().getLast().content())
        .isEqualTo(
            """
            <PROMPT>
            You will answer a reasoning question.
            </PROMPT>
            <CRITIQUE id="1">
            Add up.
            </CRITIQUE>
            <CRITIQUE id="2">
            Show steps.
            </CRITIQUE>
            How should the prompt change?""");
    assertThat(request.requester()).isEqualTo("reduction:" + evaluation.id().value());
  }

  @Property
  void shouldShowEveryCritiqueExactlyOnce(@ForAll @IntRange(min = 1, max = 60) int count) {
    // Given
    List<Critique> critiques =
        IntStream.range(0, count)
            .mapToObj(n -> new Critique("e" + n, "advice-" + n + ";"))
            .toList();

    // When
    String user = ReductionRequest.of(evaluation, critiques).messages().getLast().content();

    // Then
    assertThat(critiques)
        .allSatisfy(critique -> assertThat(user.split(critique.text(), -1)).hasSize(2));
  }
}
