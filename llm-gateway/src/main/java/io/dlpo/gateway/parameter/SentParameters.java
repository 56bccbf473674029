package io.dlpo.gateway.parameter;

import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.ReplyForm;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of one request. Only those that its engine sets are sent: some models refuse
 * {@code top_p} or a penalty even at its default.
 */
public final class SentParameters {

  private SentParameters() {}

  /** The parameters of a request, adapted to its model. */
  public static OpenAiChatRequestParameters of(ModelRequest request, Adaptation adaptation) {
    Engine engine = request.engine();
    OpenAiChatRequestParameters.Builder parameters =
        OpenAiChatRequestParameters.builder().modelName(engine.model());
    if (adaptation.sends(ModelParameter.TEMPERATURE, request)) {
      parameters.temperature(engine.temperature());
    }
    if (adaptation.sends(ModelParameter.TOP_P, request)) {
      parameters.topP(engine.topP());
    }
    if (adaptation.sends(ModelParameter.MAX_TOKENS, request)) {
      if (adaptation.completionTokens()) {
        parameters.maxCompletionTokens(engine.maxTokens());
      } else {
        parameters.maxOutputTokens(engine.maxTokens());
      }
    }
    if (adaptation.sends(ModelParameter.REASONING_EFFORT, request)) {
      parameters.reasoningEffort(engine.reasoningEffort());
    }
    Map<String, Object> others = others(request, adaptation);
    return others.isEmpty() ? parameters.build() : parameters.customParameters(others).build();
  }

  /** What the builder cannot hold: its seed has 32 bits, and it knows only one response format. */
  private static Map<String, Object> others(ModelRequest request, Adaptation adaptation) {
    Map<String, Object> others = new LinkedHashMap<>();
    Long seed = request.engine().seed();
    if (seed != null && adaptation.sends(ModelParameter.SEED, request)) {
      others.put(ModelParameter.SEED.label(), seed);
    }
    ReplyForm form = request.form();
    if (form != null && adaptation.sends(ModelParameter.RESPONSE_FORMAT, request)) {
      adaptation
          .form()
          .format(form)
          .ifPresent(format -> others.put(ModelParameter.RESPONSE_FORMAT.label(), format));
    }
    return others;
  }
}
