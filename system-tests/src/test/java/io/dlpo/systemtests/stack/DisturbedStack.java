package io.dlpo.systemtests.stack;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides the stack for {@link Disturbed}, with two forward engines and two evaluators. It starts
 * with the first test that needs it and stops after the last test.
 */
public final class DisturbedStack implements ParameterResolver {

  private static final String[] SCALE = {
    "--scale", "forward-engine=2", "--scale", "evaluator=2",
  };

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(Disturbed.class)
        && Stack.class.isAssignableFrom(parameter.getParameter().getType());
  }

  @Override
  public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Stack stack =
        context
            .getRoot()
            .getStore(Namespace.create(DisturbedStack.class))
            .computeIfAbsent("stack", key -> start(), Stack.class);
    Assumptions.assumeTrue(
        parameter.getParameter().getType().isInstance(stack), "needs a stack of processes");
    // An earlier class may have failed in the middle.
    stack.awaitReady();
    return stack;
  }

  private static Stack start() {
    // Slow enough for a kill to hit calls in flight.
    Map<String, String> environment = new HashMap<>(Map.of("DLPO_SIMULATOR_LATENCY", "150ms"));
    if (!Stack.ofImages()) {
      environment.put("DLPO_EVALUATOR_DEADLINE", "35s");
      environment.putAll(Stack.SHORT_SESSIONS);
    }
    return Stack.up("disturbed", environment, SCALE);
  }
}
