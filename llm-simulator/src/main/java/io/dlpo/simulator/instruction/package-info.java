/** The instructions in a prompt, independent of their wording. */
@NullMarked
package io.dlpo.simulator.instruction;

import org.jspecify.annotations.NullMarked;
