package io.dlpo.systemtests.stack;

import io.dlpo.testing.otlp.OtlpReceiver;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides tests with a shared stack, because starting one takes longer than most tests. The tests
 * run concurrently, so they must use unique names and seeds and leave the stack unchanged. It
 * starts with the first test that needs it and stops after the last test. Tests that kill or stop
 * parts of a stack use {@link Disturbed} instead.
 *
 * <p>The services of a stack of processes send their traces to a receiver, which a test gets as
 * another parameter. It keeps no span until the test says which.
 */
public final class SharedStack implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return (type == Stack.class && !parameter.isAnnotated(Disturbed.class))
        || type == OtlpReceiver.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getRoot().getStore(Namespace.create(SharedStack.class));
    OtlpReceiver receiver =
        store.computeIfAbsent("receiver", key -> receiver(), OtlpReceiver.class);
    return parameter.getParameter().getType() == OtlpReceiver.class
        ? receiver
        : store.computeIfAbsent("stack", key -> start(receiver), Stack.class);
  }

  private static OtlpReceiver receiver() {
    OtlpReceiver receiver = OtlpReceiver.start();
    receiver.keep(span -> false);
    return receiver;
  }

  private static Stack start(OtlpReceiver receiver) {
    return Stack.up(
        "shared",
        Stack.ofImages()
            ? Map.of()
            : Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                receiver.endpoint(),
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "1s"));
  }
}
