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
  private final OptimizerUnreachableException unreachable =
      new OptimizerUnreachableException(ExitStatus.NOT_UP, "no response");

  private final List<String> messages = new ArrayList<>();

  @Test
  void shouldRetryUntilThereIsAResponseAndNotifyOnce() {
    // Given
    Supplier<String> request = answers(unreachable, unreachable, unreachable, "here");

    // When
    String answer = new ReconnectPolicy(SHORT, Duration.ZERO, LONG, messages::add).call(request);

    // Then
    assertThat(answer).isEqualTo("here");
    assertThat(messages).containsExactly("waiting for the optimizer; retrying (no response)");
  }

  @Test
  void shouldNotifyOfEachOutage() {
    // Given
    ReconnectPolicy policy = new ReconnectPolicy(SHORT, Duration.ZERO, LONG, messages::add);
    Supplier<String> request = answers(unreachable, "once", unreachable, "twice");

    // When
    policy.call(request);
    policy.call(request);

    // Then
    assertThat(messages).hasSize(2);
  }

  @Test
  void shouldNotNotifyOfAShortOutage() {
    // When
    new ReconnectPolicy(SHORT, LONG, LONG, messages::add).call(answers(unreachable, "here"));

    // Then
    assertThat(messages).isEmpty();
  }

  @Test
  void shouldGiveUpWithTheLastError() {
    assertThatExceptionOfType(OptimizerUnreachableException.class)
        .isThrownBy(
            () ->
                new ReconnectPolicy(SHORT, LONG, Duration.ZERO, messages::add)
                    .call(answers(unreachable, unreachable, unreachable)))
        .isSameAs(unreachable);
  }

  @Test
  void shouldNotRetryARefusal() {
    // Given
    CliException refusal = new CliException(ExitStatus.FAILED, "forbidden");
    Queue<Object> left = new ArrayDeque<>(List.of(refusal, "never requested"));

    // Then
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> new ReconnectPolicy(SHORT, LONG, LONG, messages::add).call(answers(left)))
        .isSameAs(refusal);
    assertThat(left).containsExactly("never requested");
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
