package io.dlpo.simulator.api;

import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.fault.FaultInjector;
import io.dlpo.simulator.fault.SimulatorSettings;
import io.dlpo.simulator.statistics.Arrivals;
import io.dlpo.simulator.statistics.Statistics;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The endpoint. A reply is a function of the request. Simulated latency blocks no thread. */
@Path("/v1")
public class ChatResource {

  private final FaultInjector faults;
  private final SimulatorSettings settings;
  private final Statistics statistics;
  private final Arrivals arrivals;

  ChatResource(
      FaultInjector faults, SimulatorSettings settings, Statistics statistics, Arrivals arrivals) {
    this.arrivals = arrivals;
    this.statistics = statistics;
    this.faults = faults;
    this.settings = settings;
  }

  /** Completes a chat. */
  @POST
  @Path("/chat/completions")
  public Uni<Response> complete(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte[] body) {
    statistics.begin();
    return answer(authorization, body)
        .onFailure(RequestException.class)
        .recoverWithItem(ChatResource::refusal)
        .onItem()
        .invoke(response -> statistics.end(response.getStatus()))
        .onFailure()
        .invoke(statistics::abandon)
        .onCancellation()
        .invoke(statistics::abandon);
  }

  private Uni<Response> answer(@Nullable String authorization, byte[] body) {
    return Uni.createFrom().deferred(() -> reply(authorization, body));
  }

  private Uni<Response> reply(@Nullable String authorization, byte[] body) {
    authorize(authorization);
    ChatRequest request = ChatRequest.read(OpenAiJson.read(body));
    String content = new String(body, StandardCharsets.UTF_8);
    String id = "chatcmpl-" + Double.toHexString(Chance.of(content)).substring(4);
    String reply = OpenAiJson.completion(request, id, SimulatedModels.reply(request)).toString();
    statistics.asks(request.model());
    arrivals.note(request.model());
    Duration latency = faults.latencyOf(content);
    return switch (faults.next(content)) {
      case NONE -> after(latency, OpenAiJson.ok(reply));
      case CUT_REPLY -> after(latency, OpenAiJson.ok(reply.substring(0, reply.length() / 2)));
      case SERVER_ERROR ->
          after(
              latency,
              OpenAiJson.error(500, "server_error", null, "simulated server error").build());
      case NO_REPLY ->
          after(
              settings.timeout(),
              OpenAiJson.error(504, "timeout", null, "simulated time-out").build());
      case RATE_LIMITED ->
          after(
              Duration.ZERO,
              OpenAiJson.error(429, "rate_limit_exceeded", null, "simulated rate limit")
                  .header("Retry-After", "1")
                  .build());
    };
  }

  @GET
  @Path("/models")
  public Response models(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    authorize(authorization);
    return OpenAiJson.ok(OpenAiJson.models(SimulatedModels.ALL).toString());
  }

  @GET
  @Path("/models/{name}")
  public Response model(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @RestPath String name) {
    authorize(authorization);
    if (!SimulatedModels.ALL.contains(name)) {
      throw SimulatedModels.unknown(name);
    }
    return OpenAiJson.ok(OpenAiJson.model(name).toString());
  }

  @ServerExceptionMapper
  Response refused(RequestException refused) {
    return refusal(refused);
  }

  private static Response refusal(RequestException refused) {
    return OpenAiJson.error(
            refused.status(), refused.code(), refused.param(), String.valueOf(refused.getMessage()))
        .build();
  }

  private void authorize(@Nullable String authorization) {
    if (settings.apiKey().isPresent()
        && !("Bearer " + settings.apiKey().get()).equals(authorization)) {
      throw new RequestException(401, "invalid_api_key", null, "Incorrect API key provided.");
    }
  }

  private static Uni<Response> after(Duration time, Response response) {
    Uni<Response> reply = Uni.createFrom().item(response);
    return time.isZero() ? reply : reply.onItem().delayIt().by(time);
  }
}
