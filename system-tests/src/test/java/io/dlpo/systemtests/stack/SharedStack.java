package io.dlpo.systemtests.stack;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides tests with a shared stack, because starting one takes longer than most tests. The tests
 * run concurrently, so they must use unique names and seeds and leave the stack unchanged. It
 * starts with the first test that needs it and stops after the last test. Tests that kill or stop
 * parts of a stack use {@link Disturbed} instead.
 */
public final class SharedStack implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class
        && !parameter.isAnnotated(Disturbed.class);
  }

  @Override
  public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedStack.class))
        .computeIfAbsent("stack", key -> Stack.up("shared", Map.of()), Stack.class);
  }
}
