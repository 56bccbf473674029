/** Generates records of all kinds that no service can process. */
@NullMarked
package io.dlpo.systemtests.fuzz;

import org.jspecify.annotations.NullMarked;
