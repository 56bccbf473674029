package io.dlpo.gateway.call;

import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.dlpo.contracts.evaluation.Engine;
import io.quarkiverse.langchain4j.ModelBuilderCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Sends only the parameters that an engine sets: some models refuse {@code top_p} or a penalty even
 * at its default.
 */
@ApplicationScoped
class SentParameters implements ModelBuilderCustomizer<OpenAiChatModelBuilder> {

  /** Removes the extension's default parameters and the client's own retries. */
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

  /** The parameters of one request. */
  static OpenAiChatRequestParameters of(Engine engine) {
    OpenAiChatRequestParameters.Builder parameters =
        OpenAiChatRequestParameters.builder().modelName(engine.model());
    if (engine.temperature() != null) {
      parameters.temperature(engine.temperature());
    }
    if (engine.maxTokens() != null) {
      parameters.maxOutputTokens(engine.maxTokens());
    }
    if (engine.topP() != null) {
      parameters.topP(engine.topP());
    }
    if (engine.seed() != null) {
      // The builder's seed has 32 bits, OpenAI's has 64.
      parameters.customParameters(Map.of("seed", engine.seed()));
    }
    return parameters.build();
  }
}
