/** How much an installation carries: runs on stacks of the bench's own, measured. */
@NullMarked
package io.dlpo.systemtests.bench;

import org.jspecify.annotations.NullMarked;
