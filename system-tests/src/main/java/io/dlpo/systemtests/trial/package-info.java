/** Stacks with the simulator, and runs on them, for commands that try something out. */
@NullMarked
package io.dlpo.systemtests.trial;

import org.jspecify.annotations.NullMarked;
