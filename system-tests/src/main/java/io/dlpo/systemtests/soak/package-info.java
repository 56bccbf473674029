/** Runs while everything around them is killed, compared with runs that nobody disturbed. */
@NullMarked
package io.dlpo.systemtests.soak;

import org.jspecify.annotations.NullMarked;
