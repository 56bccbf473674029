/** Drives a stack through the command line and reads its output. */
@NullMarked
package io.dlpo.systemtests.stack;

import org.jspecify.annotations.NullMarked;
