package io.dlpo.gateway;

import io.dlpo.gateway.proxy.ProxySettings;
import io.dlpo.gateway.rate.RateSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of model calls. The endpoint and its key come from the environment. */
@ConfigMapping(prefix = "dlpo.gateway")
public interface GatewaySettings {

  /** Base URL of the endpoint: {@code OPENAI_BASE_URL}. */
  String endpoint();

  /** API key: {@code OPENAI_API_KEY}. Any value works for an endpoint without authentication. */
  String apiKey();

  /**
   * File with the API key, instead of the key: {@code OPENAI_API_KEY_FILE}. An absolute path. The
   * file may be replaced while the process runs.
   */
  Optional<String> apiKeyFile();

  /**
   * PEM file with certificate authorities that are trusted beside the system's: {@code
   * DLPO_TRUST_CERTIFICATES}. Absent: the system's only. Read at the start.
   */
  Optional<String> trustCertificates();

  /** The proxy on the way to endpoints. */
  ProxySettings proxy();

  /** Maximum number of concurrent calls per model in this process, 1 or more. */
  @WithDefault("192")
  int connections();

  /**
   * Maximum number of attempts per call that end with an unreachable endpoint or an unreadable
   * reply, 1 or more. Transient faults do not count; {@link #maxDuration} limits them.
   */
  @WithDefault("5")
  int attempts();

  /** Timeout of one attempt, from sending the request to the last byte of the reply. */
  @WithDefault("90s")
  Duration attemptTimeout();

  /**
   * Maximum total time of a call's attempts and back-off pauses, without the time spent waiting for
   * a turn.
   */
  @WithDefault("300s")
  Duration maxDuration();

  /** Pause before the first retry. It doubles with each retry up to 20 s and is jittered. */
  @WithDefault("500ms")
  Duration firstPause();

  /**
   * Whether spans hold prompts and replies: {@code
   * OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT}. Absent: false, for whoever sees traces
   * would also see the texts.
   */
  Optional<Boolean> traceTexts();

  /** Rate limits of the endpoint. */
  RateSettings rate();
}
