/** Stacks with the simulator, and runs on them, for commands that try something out. */
@NullMarked
package io.dlpo.cli.trial;

import org.jspecify.annotations.NullMarked;
