/** The simulated teacher: critiques, merges and edits; it is fallible. */
@NullMarked
package io.dlpo.simulator.teacher;

import org.jspecify.annotations.NullMarked;
