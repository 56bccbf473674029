/**
 * The adaptive choice of techniques: a bandit picks a set of them for each step and learns from
 * what the steps earn.
 */
@NullMarked
package io.dlpo.core.adaptive;

import org.jspecify.annotations.NullMarked;
