package io.dlpo.testing.model;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Provides a Quarkus test application with a scripted model endpoint as {@code OPENAI_BASE_URL}.
 * Injects it into a field of type {@link ScriptedModel} in the test.
 */
public final class ScriptedModelResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable ScriptedModel model;

  @Override
  public Map<String, String> start() {
    model = ScriptedModel.start();
    return Map.of(
        "OPENAI_BASE_URL",
        model.baseUrl(),
        "OPENAI_API_KEY",
        "scripted-key",
        "DLPO_FORWARD_MODEL",
        "scripted-forward",
        "DLPO_BACKWARD_MODEL",
        "scripted-backward");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(model, new TestInjector.MatchesType(ScriptedModel.class));
  }

  @Override
  public void stop() {
    if (model != null) {
      model.close();
    }
  }
}
