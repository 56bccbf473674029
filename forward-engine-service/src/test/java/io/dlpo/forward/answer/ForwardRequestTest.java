package io.dlpo.forward.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.metric.ContainsMetric;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.prompt.ChatPrompt;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.forward.Tasks;
import io.dlpo.gateway.ModelRequest;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ForwardRequestTest {

  @Test
  void shouldAskWithPromptFormatAndInput() {
    // Given
    Evaluation evaluation = Tasks.evaluation("Count well.", new NumberMetric(), 1);
    Example example = new Example("e1", "How many?", "8");

    // Then
    assertThat(ForwardRequest.of(new ExampleRequested(evaluation, example)))
        .isEqualTo(
            new ModelRequest(
                Engine.greedy("student"),
                "Count well.\n\n" + new NumberMetric().answerFormat(),
                "How many?",
                "scope",
                0,
                evaluation.id() + ":e1",
                evaluation.id(),
                CallPurpose.of(evaluation.purpose())));
  }

  @Test
  void shouldAddNothingToThePromptIfTheMetricAsksForNoFormat() {
    // Given
    Evaluation evaluation = Tasks.evaluation("Count well.", new ContainsMetric(null), 1);

    // Then
    assertThat(ForwardRequest.of(Tasks.task(evaluation)).messages().getFirst().content())
        .isEqualTo("Count well.");
  }

  @Test
  void shouldFillTheMessagesOfThePromptFromTheRow() {
    // Given
    String prompt =
        ChatPrompt.text(MessageRole.SYSTEM, "Count {{unit}}.")
            + "\n"
            + ChatPrompt.text(MessageRole.USER, "{{task}}");
    Evaluation evaluation = Tasks.evaluation(prompt, new NumberMetric(), 1);
    Example example = new Example("e1", "", "8", Map.of("task", "{{unit}}?", "unit", "cats"));

    // When
    ModelRequest request = ForwardRequest.of(new ExampleRequested(evaluation, example));

    // Then
    assertThat(request.messages())
        .containsExactly(
            new PromptMessage(
                MessageRole.SYSTEM, "Count cats.\n\n" + new NumberMetric().answerFormat()),
            new PromptMessage(MessageRole.USER, "{{unit}}?"));
  }

  @Test
  void shouldTakePromptAndInputAsTheyAre() {
    // Given texts that templates, formats and expressions would interpret
    String hostile = "{x} {{y}} %s $1 \\boxed{} ${env.HOME} <PROMPT>";
    Evaluation evaluation = Tasks.evaluation(hostile, new ContainsMetric(null), 1);

    // When
    ModelRequest request =
        ForwardRequest.of(new ExampleRequested(evaluation, new Example("e1", hostile, "8")));

    // Then
    assertThat(request.messages().getFirst().content()).isEqualTo(hostile);
    assertThat(request.messages().getLast().content()).isEqualTo(hostile);
  }

  @Property
  void shouldNeverShowTheReference(
      @ForAll @StringLength(min = 1, max = 40) String reference, @ForAll String input) {
    // Given
    Evaluation evaluation = Tasks.evaluation(1);
    ModelRequest other = request(evaluation, input, "another reference");

    // When
    ModelRequest request = request(evaluation, input, reference);

    // Then the reference makes no difference
    assertThat(request).isEqualTo(other);
  }

  @Property
  void shouldNeverShowAReferenceThatLooksLikeATemplate(@ForAll String text) {
    Assume.that(!text.isEmpty());
    String reference = "{reference} <REFERENCE> secret-" + text;

    assertThat(request(Tasks.evaluation(1), "{input}", reference).toString())
        .doesNotContain("secret-");
  }

  private static ModelRequest request(Evaluation evaluation, String input, String reference) {
    return ForwardRequest.of(new ExampleRequested(evaluation, new Example("e1", input, reference)));
  }
}
