package io.dlpo.gateway;

import io.dlpo.testing.model.ScriptedModel;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A second scripted endpoint, named {@code other}. */
public final class OtherModelResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable ScriptedModel model;

  /** The second endpoint; a type of its own, so that it gets its own field. */
  record OtherModel(ScriptedModel scripted) {}

  @Override
  public Map<String, String> start() {
    model = ScriptedModel.start();
    return Map.of(
        "dlpo.endpoints.other.url", model.baseUrl(), "dlpo.endpoints.other.key", "other-key");
  }

  @Override
  public void inject(TestInjector injector) {
    if (model != null) {
      injector.injectIntoFields(
          new OtherModel(model), new TestInjector.MatchesType(OtherModel.class));
    }
  }

  @Override
  public void stop() {
    if (model != null) {
      model.close();
    }
  }
}
