package io.dlpo.events.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSamplerTest {

  @ParameterizedTest
  @CsvSource({
    "always_on,AlwaysOnSampler",
    "always_off,AlwaysOffSampler",
    "traceidratio,TraceIdRatioBased{0.250000}",
    "parentbased_always_on,ParentBased{root:AlwaysOnSampler",
    "parentbased_always_off,ParentBased{root:AlwaysOffSampler",
    "parentbased_traceidratio,ParentBased{root:TraceIdRatioBased{0.250000}"
  })
  void shouldKnowTheSamplersOfOpenTelemetry(String name, String description) {
    assertThat(TraceSampler.of(name, 0.25).getDescription()).startsWith(description);
  }

  @Test
  void shouldKeepAllTracesByDefault() {
    assertThat(TraceSampler.sampler(settings(Optional.empty(), OptionalDouble.empty())))
        .isEqualTo(TraceSampler.of("parentbased_always_on", 1));
    assertThat(
            TraceSampler.sampler(settings(Optional.of("traceidratio"), OptionalDouble.of(0.5)))
                .getDescription())
        .isEqualTo("TraceIdRatioBased{0.500000}");
  }

  @Test
  void shouldRefuseAnUnknownSampler() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TraceSampler.of("jaeger_remote", 1))
        .withMessage(
            "OTEL_TRACES_SAMPLER is 'jaeger_remote'; must be one of always_on, always_off,"
                + " traceidratio, parentbased_always_on, parentbased_always_off,"
                + " parentbased_traceidratio");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void shouldRefuseAShareThatIsNone(double ratio) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TraceSampler.of("traceidratio", ratio))
        .withMessage("OTEL_TRACES_SAMPLER_ARG is " + ratio + "; must be 0 to 1");
  }

  private static TraceSettings settings(Optional<String> sampler, OptionalDouble arg) {
    return new TraceSettings() {
      @Override
      public Optional<String> sampler() {
        return sampler;
      }

      @Override
      public OptionalDouble samplerArg() {
        return arg;
      }
    };
  }
}
