/**
 * The run's state machine: states are records, transitions are methods on the state that is left.
 */
@NullMarked
package io.dlpo.core.run;

import org.jspecify.annotations.NullMarked;
