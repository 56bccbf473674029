/** Crash points: tests end processes there and check that nothing is lost. */
@NullMarked
package io.dlpo.contracts.crash;

import org.jspecify.annotations.NullMarked;
