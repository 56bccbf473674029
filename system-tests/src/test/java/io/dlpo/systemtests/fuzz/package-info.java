/** Records that no service can process, of every kind, by a seed. */
@NullMarked
package io.dlpo.systemtests.fuzz;

import org.jspecify.annotations.NullMarked;
