package io.dlpo.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultInjectorTest {

  @Test
  void shouldMeetTheSameFaultsAgainAfterARestart() {
    assertThat(met(new FaultInjector(settings(0.2, 0.2, 0.2))))
        .isEqualTo(met(new FaultInjector(settings(0.2, 0.2, 0.2))))
        .contains(Fault.SERVER_ERROR, Fault.NO_REPLY, Fault.CUT_REPLY, Fault.NONE);
  }

  @Test
  void shouldFailAsOftenAsItIsSetTo() {
    // When
    List<Fault> met = met(new FaultInjector(settings(0.3, 0, 0.1)));

    // Then
    assertThat(met).filteredOn(Fault.SERVER_ERROR::equals).hasSizeBetween(250, 350);
    assertThat(met).filteredOn(Fault.CUT_REPLY::equals).hasSizeBetween(70, 130);
    assertThat(met).doesNotContain(Fault.NO_REPLY, Fault.RATE_LIMITED);
  }

  @Test
  void shouldThrottleAStormsShareWhateverTheLimit() {
    // When
    List<Fault> met =
        met(new FaultInjector(Settings.USUAL.withErrors(0.1, 0.05, 0).withThrottling(0.3)));

    // Then
    assertThat(met).filteredOn(Fault.RATE_LIMITED::equals).hasSizeBetween(250, 350);
    assertThat(met).filteredOn(Fault.SERVER_ERROR::equals).hasSizeBetween(70, 130);
    assertThat(met).filteredOn(Fault.NO_REPLY::equals).hasSizeBetween(30, 70);
    assertThat(met).doesNotContain(Fault.CUT_REPLY);
  }

  @Test
  void shouldLetARepeatedRequestThroughInTheEnd() {
    // Given
    FaultInjector faults = new FaultInjector(settings(0.5, 0, 0));

    // Then
    assertThat(IntStream.range(0, 20).mapToObj(n -> faults.next("same")))
        .contains(Fault.NONE, Fault.SERVER_ERROR);
  }

  @Test
  void shouldTakeLongerForSomeRequests() {
    // Given
    FaultInjector faults = new FaultInjector(settings(0, 0, 0));

    // When
    List<Duration> latencies =
        IntStream.range(0, 1_000).mapToObj(n -> faults.latencyOf("request " + n)).toList();

    // Then
    assertThat(latencies).containsOnly(Duration.ofMillis(10), Duration.ofMillis(50));
    assertThat(latencies).filteredOn(Duration.ofMillis(50)::equals).hasSizeBetween(70, 130);
  }

  private static SimulatorSettings settings(double error, double timeout, double malformed) {
    return Settings.USUAL.withErrors(error, timeout, malformed);
  }

  private static List<Fault> met(FaultInjector faults) {
    return IntStream.range(0, 1_000).mapToObj(n -> faults.next("request " + n)).toList();
  }
}
