package io.dlpo.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class EndpointHealthTest {

  private static final Instant EARLIER = Instant.parse("2026-01-01T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-01-01T10:05:00Z");

  private final EndpointState state = new EndpointState();
  private final EndpointHealth health =
      new EndpointHealth(
          List.of(new EndpointHealth.Watched("", "https://me:secret@models.test/v1", state)));

  @Test
  void shouldSayWhereTheModelsAreBeforeAnybodyHasAsked() {
    // When, then
    assertThat(data())
        .isEqualTo(Map.of("endpoint", "https://models.test/v1", "last reply", "none yet"));
  }

  @Test
  void shouldStayUpAndShowTheLastFaultWithoutTheEndpointsWords() {
    // Given
    state.replied(EARLIER);
    state.failed(fault(FailureKind.UNREACHABLE, OptionalInt.empty()), EARLIER);
    state.failed(fault(FailureKind.UNAUTHORIZED, OptionalInt.of(401)), LATER);

    // When, then
    assertThat(data())
        .isEqualTo(
            Map.of(
                "endpoint",
                "https://models.test/v1",
                "last reply",
                EARLIER.toString(),
                "last fault",
                "unauthorized, status 401",
                "last fault at",
                LATER.toString()));
  }

  @Test
  void shouldShowThatItRepliesAgainAndWhatWentWrongBefore() {
    // Given
    state.failed(fault(FailureKind.TIMEOUT, OptionalInt.empty()), EARLIER);
    state.replied(LATER);

    // When, then
    assertThat(data())
        .containsEntry("last reply", LATER.toString())
        .containsEntry("last fault", "timeout");
  }

  @Test
  void shouldReportEachEndpointByItsName() {
    // Given
    state.replied(EARLIER);
    EndpointState other = new EndpointState();
    other.failed(fault(FailureKind.TIMEOUT, OptionalInt.empty()), LATER);

    // When
    Map<String, Object> data =
        data(
            new EndpointHealth(
                List.of(
                    new EndpointHealth.Watched("", "https://models.test/v1", state),
                    new EndpointHealth.Watched(" of local", "http://localhost:8000/v1", other))));

    // Then
    assertThat(data)
        .isEqualTo(
            Map.of(
                "endpoint",
                "https://models.test/v1",
                "last reply",
                EARLIER.toString(),
                "endpoint of local",
                "http://localhost:8000/v1",
                "last reply of local",
                "none yet",
                "last fault of local",
                "timeout",
                "last fault of local at",
                LATER.toString()));
  }

  private Map<String, Object> data() {
    return data(health);
  }

  private static Map<String, Object> data(EndpointHealth health) {
    HealthCheckResponse response = health.call();
    assertThat(response.getName()).isEqualTo("model endpoint");
    assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    return response.getData().orElseThrow();
  }

  private static EndpointFault fault(FailureKind kind, OptionalInt status) {
    return new EndpointFault(new CallFailure(kind, "the endpoint's words"), status, false);
  }
}
