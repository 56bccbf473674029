/** Figures of the process for those who run it. */
@NullMarked
package io.dlpo.optimizer.monitoring;

import org.jspecify.annotations.NullMarked;
