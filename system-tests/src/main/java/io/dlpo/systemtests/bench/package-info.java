/** The benchmark: measures runs on stacks of its own. */
@NullMarked
package io.dlpo.systemtests.bench;

import org.jspecify.annotations.NullMarked;
