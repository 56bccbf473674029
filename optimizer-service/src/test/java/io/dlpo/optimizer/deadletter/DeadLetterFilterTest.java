package io.dlpo.optimizer.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.refusal.RefusedException;
import org.junit.jupiter.api.Test;

class DeadLetterFilterTest {

  @Test
  void shouldMeanEveryTopicThatHasAConsumer() {
    // Given
    DeadLetterFilter open = new DeadLetterFilter(null, null, null);

    // Then
    assertThat(open.isOpen()).isTrue();
    assertThat(open.topics(Letters.TOPICS))
        .extracting(DeadLetterTopic::name)
        .containsExactlyInAnyOrder(
            "dlpo.run.requested.v1.optimizer.dlq",
            "dlpo.run.commanded.v1.evaluator.dlq",
            "dlpo.run.commanded.v1.optimizer.dlq",
            "dlpo.prompt.proposed.v1.forward-engine.dlq",
            "dlpo.example.requested.v1.forward-engine.dlq",
            "dlpo.prediction.produced.v1.evaluator.dlq",
            "dlpo.batch.scored.v1.backward-engine.dlq",
            "dlpo.batch.scored.v1.optimizer.dlq",
            "dlpo.gradient.produced.v1.optimizer.dlq",
            "dlpo.prompt.commanded.v1.optimizer.dlq");
  }

  @Test
  void shouldTakeTheOriginalTopicOrThatOfTheDeadLetters() {
    assertThat(new DeadLetterFilter("dlpo.batch.scored.v1", null, null).topics(Letters.TOPICS))
        .extracting(DeadLetterTopic::consumer)
        .containsExactly("backward-engine", "optimizer");
    assertThat(
            new DeadLetterFilter("dlpo.batch.scored.v1.optimizer.dlq", null, null)
                .topics(Letters.TOPICS))
        .containsExactly(Letters.SCORES);
  }

  @Test
  void shouldMeanOneTopicByTopicAndConsumer() {
    assertThat(
            new DeadLetterFilter("dlpo.batch.scored.v1", "optimizer", null).topics(Letters.TOPICS))
        .containsExactly(Letters.SCORES);
    assertThat(
            new DeadLetterFilter("dlpo.batch.scored.v1", "evaluator", null).topics(Letters.TOPICS))
        .isEmpty();
  }

  @Test
  void shouldSayWhichTopicsAndConsumersThereAre() {
    assertThatThrownBy(() -> new DeadLetterFilter("dlpo", "me", null).topics(Letters.TOPICS))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.problems()).hasSize(2))
        .hasMessageContaining("topic is 'dlpo'; must be one of dlpo.run.requested.v1, ")
        .hasMessageContaining("consumer is 'me'; must be one of optimizer, evaluator");
  }

  @Test
  void shouldMeanTheLettersOfARun() {
    // Given
    DeadLetter ofOne =
        Letters.letter(Letters.bytes("x"), Letters.headers("ce_subject", "run-1")).letter();
    DeadLetter ofNone = Letters.letter(Letters.bytes("x"), Letters.headers()).letter();

    // Then
    assertThat(new DeadLetterFilter(null, null, "run-1").matches(ofOne)).isTrue();
    assertThat(new DeadLetterFilter(null, null, "run-2").matches(ofOne)).isFalse();
    assertThat(new DeadLetterFilter(null, null, "run-1").matches(ofNone)).isFalse();
    assertThat(new DeadLetterFilter(null, null, null).matches(ofNone)).isTrue();
  }
}
