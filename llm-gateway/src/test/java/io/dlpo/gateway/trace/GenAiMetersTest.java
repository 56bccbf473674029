package io.dlpo.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.GatewayMeters;
import io.dlpo.gateway.ModelRequest;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GenAiMetersTest {

  private static final String USAGE = "gen_ai.client.token.usage";
  private static final String DURATION = "gen_ai.client.operation.duration";

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final GenAiMeters meters = new GenAiMeters(registry);
  private final ModelRequest request = TracedRequests.of("gpt-x");

  @Test
  void shouldMeasureARepliedAttemptAsTheConventionsSay() {
    // When
    meters.replied(
        request, TracedRequests.ENDPOINT, TracedRequests.reply("gpt-x-2026"), millis(30));

    // Then
    Timer timer = registry.get(DURATION).timer();
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
    assertThat(timer.getId().getTags())
        .containsExactlyInAnyOrder(
            Tag.of("gen_ai.operation.name", "chat"),
            Tag.of("gen_ai.provider.name", "openai"),
            Tag.of("gen_ai.request.model", "gpt-x"),
            Tag.of("gen_ai.response.model", "gpt-x-2026"),
            Tag.of("server.address", "models.test"),
            Tag.of("error.type", ""));
    assertThat(tokens("input")).isEqualTo(11);
    assertThat(tokens("output")).isEqualTo(7);
  }

  @Test
  void shouldHaveTheBoundsOfTheConventions() {
    // When
    meters.replied(request, TracedRequests.ENDPOINT, TracedRequests.reply("m"), millis(30));

    // Then
    double[] seconds =
        bounds(registry.get(DURATION).timer().takeSnapshot().histogramCounts(), TimeUnit.SECONDS);
    assertThat(seconds)
        .containsExactly(
            new double[] {
              0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92
            },
            within(1e-9));
    assertThat(
            Arrays.stream(summary("input").takeSnapshot().histogramCounts())
                .mapToDouble(CountAtBucket::bucket))
        .containsExactly(
            1.0, 4.0, 16.0, 64.0, 256.0, 1024.0, 4096.0, 16384.0, 65536.0, 262144.0, 1048576.0);
  }

  @Test
  void shouldMeasureAFailedAttemptAndWhatWasPaidForIt() {
    // When
    meters.failed(request, TracedRequests.ENDPOINT, "429", Tokens.NONE, millis(5));
    meters.failed(request, TracedRequests.ENDPOINT, "unreadable", new Tokens(3, 1), millis(5));

    // Then
    assertThat(registry.get(DURATION).tag("error.type", "429").timer().count()).isEqualTo(1);
    assertThat(registry.get(DURATION).tag("error.type", "unreadable").timer().count()).isEqualTo(1);
    assertThat(summary("input").count()).isEqualTo(1);
    assertThat(tokens("input")).isEqualTo(3);
    assertThat(tokens("output")).isEqualTo(1);
  }

  @Test
  void shouldReportNoTokensThatTheEndpointDoesNotCount() {
    // When
    meters.replied(request, TracedRequests.ENDPOINT, TracedRequests.estimated(), millis(5));

    // Then
    assertThat(registry.find(USAGE).summaries()).isEmpty();
    assertThat(registry.get(DURATION).tag("gen_ai.response.model", "").timer().count())
        .isEqualTo(1);
  }

  @Test
  void shouldHaveNoMoreSeriesThanItTellsModelsApart() {
    // When
    IntStream.range(0, 200)
        .forEach(
            n ->
                meters.replied(
                    TracedRequests.of("model-" + n),
                    TracedRequests.ENDPOINT,
                    TracedRequests.reply("model-" + n),
                    millis(1)));

    // Then
    assertThat(registry.get(DURATION).timers()).hasSize(GatewayMeters.MOST_MODELS + 1);
  }

  private DistributionSummary summary(String type) {
    return registry.get(USAGE).tag("gen_ai.token.type", type).summary();
  }

  private double tokens(String type) {
    return summary(type).totalAmount();
  }

  private static double[] bounds(CountAtBucket[] buckets, TimeUnit unit) {
    return Arrays.stream(buckets).mapToDouble(bucket -> bucket.bucket(unit)).toArray();
  }

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }
}
