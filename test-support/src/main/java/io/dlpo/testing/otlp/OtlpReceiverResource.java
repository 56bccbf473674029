package io.dlpo.testing.otlp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns traces on in a Quarkus test application, and provides the receiver. Injects it into a field
 * of type {@link OtlpReceiver} in the test.
 */
public final class OtlpReceiverResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable OtlpReceiver receiver;

  @Override
  public Map<String, String> start() {
    receiver = OtlpReceiver.start();
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        receiver.endpoint(),
        "quarkus.otel.bsp.schedule.delay",
        "100ms");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(receiver, new TestInjector.MatchesType(OtlpReceiver.class));
  }

  @Override
  public void stop() {
    if (receiver != null) {
      receiver.close();
    }
  }
}
