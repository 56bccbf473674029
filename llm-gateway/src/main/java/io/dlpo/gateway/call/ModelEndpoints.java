package io.dlpo.gateway.call;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.endpoint.ConfiguredEndpoints;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.trace.ModelTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoints of this process with their clients. Thread-safe. */
@ApplicationScoped
class ModelEndpoints {

  private final ModelEndpoint standard;
  private final Map<String, ModelEndpoint> named;

  /**
   * @param model the client of the default endpoint
   */
  ModelEndpoints(
      ChatModel model,
      ConfiguredEndpoints endpoints,
      GatewaySettings settings,
      AttemptTimeout timeout,
      ModelTelemetry telemetry) {
    this.standard = new ModelEndpoint(endpoints.standard(), model, timeout, telemetry);
    Map<String, ModelEndpoint> others = new LinkedHashMap<>();
    for (EndpointAccess access : endpoints.named()) {
      others.put(
          access.label(), new ModelEndpoint(access, client(access, settings), timeout, telemetry));
    }
    this.named = Collections.unmodifiableMap(others);
  }

  /** The extension builds a client for each name in the sources only, not for one in a spec. */
  private static ChatModel client(EndpointAccess access, GatewaySettings settings) {
    return OpenAiChatModel.builder()
        .baseUrl(access.url())
        .apiKey(access.key())
        .timeout(settings.attemptTimeout())
        .maxRetries(0)
        .build();
  }

  /** The endpoint of a name; the default one if it is null. Empty if this process has none. */
  Optional<ModelEndpoint> find(@Nullable String name) {
    return name == null ? Optional.of(standard) : Optional.ofNullable(named.get(name));
  }

  /** Why a call of an endpoint that this process does not have fails. */
  CallFailure unknown(String name) {
    return new CallFailure(
        FailureKind.REFUSED,
        "endpoint %s is unknown to this service, which knows %s; set %s in the environment of every service that calls models"
            .formatted(
                name,
                named.isEmpty() ? "only the default one" : String.join(", ", named.keySet()),
                EndpointAccess.urlVariable(name)));
  }

  /** The default endpoint. */
  ModelEndpoint standard() {
    return standard;
  }

  /** The other endpoints, in the order of their names. */
  List<ModelEndpoint> named() {
    return List.copyOf(named.values());
  }
}
