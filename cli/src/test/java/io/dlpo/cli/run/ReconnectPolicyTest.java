package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReconnectPolicyTest {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofHours(1);
  private final OptimizerUnreachableException away =
      new OptimizerUnreachableException(ExitStatus.NOT_UP, "nobody there");

  private final List<String> told = new ArrayList<>();

  @Test
  void shouldAskAgainUntilAnAnswerComesAndTellOfItOnce() {
    // Given
    Supplier<String> question = answers(away, away, away, "here");

    // When
    String answer = new ReconnectPolicy(SHORT, Duration.ZERO, LONG, told::add).ask(question);

    // Then
    assertThat(answer).isEqualTo("here");
    assertThat(told).containsExactly("the optimizer to come back (nobody there)");
  }

  @Test
  void shouldTellOfEachAbsence() {
    // Given
    ReconnectPolicy patience = new ReconnectPolicy(SHORT, Duration.ZERO, LONG, told::add);
    Supplier<String> question = answers(away, "once", away, "twice");

    // When
    patience.ask(question);
    patience.ask(question);

    // Then
    assertThat(told).hasSize(2);
  }

  @Test
  void shouldSayNothingOfAnAbsenceThatIsSoonOver() {
    // When
    new ReconnectPolicy(SHORT, LONG, LONG, told::add).ask(answers(away, "here"));

    // Then
    assertThat(told).isEmpty();
  }

  @Test
  void shouldGiveUpWithTheLastReason() {
    assertThatExceptionOfType(OptimizerUnreachableException.class)
        .isThrownBy(
            () ->
                new ReconnectPolicy(SHORT, LONG, Duration.ZERO, told::add)
                    .ask(answers(away, away, away)))
        .isSameAs(away);
  }

  @Test
  void shouldTakeARefusalForAnAnswer() {
    // Given
    CliException refusal = new CliException(ExitStatus.FAILED, "you may not");
    Queue<Object> left = new ArrayDeque<>(List.of(refusal, "never asked for"));

    // Then
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> new ReconnectPolicy(SHORT, LONG, LONG, told::add).ask(answers(left)))
        .isSameAs(refusal);
    assertThat(left).containsExactly("never asked for");
  }

  private static Supplier<String> answers(Object... answers) {
    return answers(new ArrayDeque<>(List.of(answers)));
  }

  private static Supplier<String> answers(Queue<Object> answers) {
    return () -> {
      Object next = answers.remove();
      if (next instanceof CliException failure) {
        throw failure;
      }
      return next.toString();
    };
  }
}
