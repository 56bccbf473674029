/**
 * Failure signatures: score trends that indicate settings to change. Detection uses only decisions
 * and scores, and does not affect the run.
 */
@NullMarked
package io.dlpo.core.signature;

import org.jspecify.annotations.NullMarked;
