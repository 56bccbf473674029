package io.dlpo.gateway.call;

import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import io.quarkiverse.langchain4j.ModelBuilderCustomizer;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes the extension's default parameters and the client's own retries. */
@ApplicationScoped
class ClientDefaults implements ModelBuilderCustomizer<OpenAiChatModelBuilder> {

  @Override
  public void customize(OpenAiChatModelBuilder builder) {
    builder
        .temperature(null)
        .topP(null)
        .presencePenalty(null)
        .frequencyPenalty(null)
        .maxTokens(null)
        .maxRetries(0);
  }
}
