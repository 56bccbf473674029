/**
 * The adaptive choice of techniques. A bandit chooses a set of techniques for each step and learns
 * from the rewards of the steps.
 */
@NullMarked
package io.dlpo.core.adaptive;

import org.jspecify.annotations.NullMarked;
