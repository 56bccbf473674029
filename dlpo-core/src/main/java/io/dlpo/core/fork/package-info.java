/** Forks: which settings of a run can be changed after a step. */
@NullMarked
package io.dlpo.core.fork;

import org.jspecify.annotations.NullMarked;
