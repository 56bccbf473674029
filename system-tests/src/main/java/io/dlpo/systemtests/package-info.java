/** Commands that test an installation: they start stacks of their own and use the simulator. */
@NullMarked
package io.dlpo.systemtests;

import org.jspecify.annotations.NullMarked;
