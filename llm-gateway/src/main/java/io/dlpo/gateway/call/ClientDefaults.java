package io.dlpo.gateway.call;

import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import io.dlpo.gateway.endpoint.ConfiguredEndpoints;
import io.quarkiverse.langchain4j.ModelBuilderCustomizer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives the extension's client the options of the default endpoint, and removes its default
 * parameters and its own retries.
 */
@ApplicationScoped
class ClientDefaults implements ModelBuilderCustomizer<OpenAiChatModelBuilder> {

  private final ConfiguredEndpoints endpoints;
  private final ClientOptions options;

  ClientDefaults(ConfiguredEndpoints endpoints, ClientOptions options) {
    this.endpoints = endpoints;
    this.options = options;
  }

  @Override
  public void customize(OpenAiChatModelBuilder builder) {
    options.apply(endpoints.standard(), builder);
    builder
        .temperature(null)
        .topP(null)
        .presencePenalty(null)
        .frequencyPenalty(null)
        .maxTokens(null)
        .maxRetries(0);
  }
}
