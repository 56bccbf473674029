/** What a prompt asks for, whatever its wording. */
@NullMarked
package io.dlpo.simulator.instruction;

import org.jspecify.annotations.NullMarked;
