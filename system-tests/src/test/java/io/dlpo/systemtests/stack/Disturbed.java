package io.dlpo.systemtests.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects a parameter of type {@link Stack} or {@link LocalStack}: the stack whose parts tests may
 * kill and stop. All such tests share one stack. Their classes must run sequentially: they declare
 * {@code @Execution(SAME_THREAD)}. A test must leave all parts ready, and can find runs of other
 * tests on the stack.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DisturbedStack.class)
public @interface Disturbed {}
