package io.dlpo.gateway.call;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.endpoint.ConfiguredEndpoints;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.proxy.ProxyAddress;
import io.dlpo.gateway.trace.ModelTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The endpoints of this process with their clients. Thread-safe. */
@ApplicationScoped
class ModelEndpoints {

  private static final Logger LOG = Logger.getLogger(ModelEndpoints.class);

  private final ModelEndpoint standard;
  private final Map<String, ModelEndpoint> named;

  /**
   * @param model the client of the default endpoint
   */
  ModelEndpoints(
      ChatModel model,
      ConfiguredEndpoints endpoints,
      GatewaySettings settings,
      ClientOptions options,
      AttemptTimeout timeout,
      ModelTelemetry telemetry) {
    this.standard = endpoint(endpoints.standard(), model, options, timeout, telemetry);
    Map<String, ModelEndpoint> others = new LinkedHashMap<>();
    for (EndpointAccess access : endpoints.named()) {
      ChatModel client = client(access, settings, options);
      others.put(access.label(), endpoint(access, client, options, timeout, telemetry));
    }
    this.named = Collections.unmodifiableMap(others);
  }

  private static ModelEndpoint endpoint(
      EndpointAccess access,
      ChatModel model,
      ClientOptions options,
      AttemptTimeout timeout,
      ModelTelemetry telemetry) {
    Optional<ProxyAddress> proxy = options.proxyFor(access);
    proxy.ifPresent(found -> LOG.infof("%s is called through proxy %s", access, found));
    return new ModelEndpoint(access, model, timeout, telemetry, new FaultMapper(access, proxy));
  }

  /** The extension builds a client for each name in the sources only, not for one in a spec. */
  private static ChatModel client(
      EndpointAccess access, GatewaySettings settings, ClientOptions options) {
    OpenAiChatModelBuilder builder =
        OpenAiChatModel.builder()
            .baseUrl(access.url())
            .timeout(settings.attemptTimeout())
            .maxRetries(0);
    options.apply(access, builder);
    return builder.build();
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
