/** Commands that test an installation. They start separate stacks and use the simulator. */
@NullMarked
package io.dlpo.systemtests;

import org.jspecify.annotations.NullMarked;
