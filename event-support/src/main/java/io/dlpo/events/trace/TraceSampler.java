package io.dlpo.events.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The sampler that the environment selects. */
final class TraceSampler {

  private static final String NAMES =
      "always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off,"
          + " parentbased_traceidratio";

  private TraceSampler() {}

  @Produces
  @Singleton
  static Sampler sampler(TraceSettings settings) {
    return of(settings.sampler().orElse("parentbased_always_on"), settings.samplerArg().orElse(1));
  }

  /**
   * The sampler of a name.
   *
   * @param ratio share of the traces that are kept, 0 to 1; only for a ratio
   * @throws IllegalArgumentException if the name or the ratio is invalid
   */
  static Sampler of(String name, double ratio) {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException(
          "OTEL_TRACES_SAMPLER_ARG is " + ratio + "; must be 0 to 1");
    }
    return switch (name) {
      case "always_on" -> Sampler.alwaysOn();
      case "always_off" -> Sampler.alwaysOff();
      case "traceidratio" -> Sampler.traceIdRatioBased(ratio);
      case "parentbased_always_on" -> Sampler.parentBased(Sampler.alwaysOn());
      case "parentbased_always_off" -> Sampler.parentBased(Sampler.alwaysOff());
      case "parentbased_traceidratio" -> Sampler.parentBased(Sampler.traceIdRatioBased(ratio));
      default ->
          throw new IllegalArgumentException(
              "OTEL_TRACES_SAMPLER is '%s'; must be one of %s".formatted(name, NAMES));
    };
  }
}
