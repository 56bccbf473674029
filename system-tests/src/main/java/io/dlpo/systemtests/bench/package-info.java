/** The benchmark: measures runs on separate stacks. */
@NullMarked
package io.dlpo.systemtests.bench;

import org.jspecify.annotations.NullMarked;
