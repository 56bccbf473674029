/** Forks: what of a run's settings may be another after one of its steps. */
@NullMarked
package io.dlpo.core.fork;

import org.jspecify.annotations.NullMarked;
