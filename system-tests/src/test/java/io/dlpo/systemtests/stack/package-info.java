/** Drives a stack by the command line and reads what it reports. */
@NullMarked
package io.dlpo.systemtests.stack;

import org.jspecify.annotations.NullMarked;
