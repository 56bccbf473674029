package io.dlpo.events.trace;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Turns traces on if {@code OTEL_EXPORTER_OTLP_ENDPOINT} is set, and {@code OTEL_SDK_DISABLED} is
 * not true. Otherwise there is no exporter. A blank variable counts as not set, as OpenTelemetry
 * specifies; an expression in a properties file cannot say that.
 */
public final class TraceSwitch implements ConfigSourceFactory {

  static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  static final String DISABLED = "OTEL_SDK_DISABLED";
  static final String PROPERTY = "quarkus.otel.sdk.disabled";

  /** Above properties files, and below the environment. */
  private static final int ORDINAL = 260;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    boolean on = isOn(text(context, ENDPOINT), text(context, DISABLED));
    return List.of(
        new PropertiesConfigSource(Map.of(PROPERTY, String.valueOf(!on)), "traces", ORDINAL));
  }

  /** Whether these values of the two variables turn traces on; null if a variable is missing. */
  static boolean isOn(@Nullable String endpoint, @Nullable String disabled) {
    return endpoint != null && !endpoint.isBlank() && !"true".equalsIgnoreCase(disabled);
  }

  private static @Nullable String text(ConfigSourceContext context, String variable) {
    ConfigValue value = context.getValue(variable);
    return value == null ? null : value.getValue();
  }
}
