package io.dlpo.events.trace;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which traces are kept. Quarkus fixes its own setting when a service is built, so these are read
 * instead.
 */
@ConfigMapping(prefix = "dlpo.traces")
public interface TraceSettings {

  /**
   * A sampler of OpenTelemetry: {@code OTEL_TRACES_SAMPLER}. Absent: {@code parentbased_always_on},
   * which keeps all traces except those of callers that keep none.
   */
  Optional<String> sampler();

  /**
   * The share of traces that a sampler with {@code traceidratio} in its name keeps, 0 to 1: {@code
   * OTEL_TRACES_SAMPLER_ARG}. Absent: 1.
   */
  OptionalDouble samplerArg();
}
