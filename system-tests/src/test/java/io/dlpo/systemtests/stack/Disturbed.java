package io.dlpo.systemtests.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A parameter of type {@link Stack} or {@link LocalStack}: the stack whose parts tests may kill and
 * stop. There is one, so the classes that use it run one after the other, with
 * {@code @Execution(SAME_THREAD)}. A test leaves it with all parts ready, and finds runs of others
 * on it.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DisturbedStack.class)
public @interface Disturbed {}
