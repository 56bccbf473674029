package io.dlpo.gateway.trace;

import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.GatewayMeters;
import io.dlpo.gateway.ModelLabels;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.endpoint.ServerAddress;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of OpenTelemetry's conventions for GenAI clients, of each attempt. Names of models
 * and servers are limited in number. A label without a value is empty, which Prometheus treats as
 * missing: all series of a metric must have the same labels. Thread-safe.
 */
@ApplicationScoped
public class GenAiMeters {

  private static final String NONE = "";

  /** The powers of 4 that the conventions name, up to a million: no request is longer. */
  private static final double[] TOKENS =
      IntStream.rangeClosed(0, 10).mapToDouble(power -> Math.pow(4, power)).toArray();

  /** From 10 ms, doubled 13 times, as the conventions say. */
  private static final Duration[] SECONDS =
      IntStream.rangeClosed(0, 13)
          .mapToObj(power -> Duration.ofMillis(10L << power))
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final ModelLabels models = new ModelLabels(GatewayMeters.MOST_MODELS);
  private final ModelLabels answering = new ModelLabels(GatewayMeters.MOST_MODELS);
  private final ModelLabels servers = new ModelLabels(GatewayMeters.MOST_MODELS);

  GenAiMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** The endpoint sent a usable reply. Tokens that it does not count are not reported. */
  void replied(ModelRequest request, EndpointAccess access, ReceivedReply reply, Duration took) {
    Tags tags = tags(request, access, reply.model());
    duration(tags, NONE, took);
    if (!reply.entry().estimated()) {
      tokens(tags, new Tokens(reply.entry().inputTokens(), reply.entry().outputTokens()));
    }
  }

  /** An attempt failed. */
  void failed(
      ModelRequest request, EndpointAccess access, String errorType, Tokens used, Duration took) {
    Tags tags = tags(request, access, null);
    duration(tags, errorType, took);
    if (!used.equals(Tokens.NONE)) {
      tokens(tags, used);
    }
  }

  private void duration(Tags tags, String errorType, Duration took) {
    Timer.builder("gen_ai.client.operation.duration")
        .description("Time from sending an attempt to its reply or fault")
        .tags(tags.and(GenAi.ERROR_TYPE.getKey(), errorType))
        .serviceLevelObjectives(SECONDS)
        .register(registry)
        .record(took);
  }

  private void tokens(Tags tags, Tokens used) {
    tokens(tags, "input", used.input());
    tokens(tags, "output", used.output());
  }

  private void tokens(Tags tags, String type, long count) {
    DistributionSummary.builder("gen_ai.client.token.usage")
        .description("Tokens of an attempt, as counted by the endpoint")
        .tags(tags.and(GenAi.TOKEN_TYPE.getKey(), type))
        .serviceLevelObjectives(TOKENS)
        .register(registry)
        .record((double) count);
  }

  private Tags tags(ModelRequest request, EndpointAccess access, @Nullable String model) {
    String server = ServerAddress.of(access.url()).map(ServerAddress::host).orElse(NONE);
    return Tags.of(
        GenAi.OPERATION.getKey(),
        GenAi.CHAT,
        GenAi.PROVIDER.getKey(),
        GenAi.OPENAI,
        GenAi.REQUEST_MODEL.getKey(),
        models.of(request.engine().model()),
        GenAi.RESPONSE_MODEL.getKey(),
        model == null ? NONE : answering.of(model),
        GenAi.SERVER.getKey(),
        servers.of(server));
  }
}
