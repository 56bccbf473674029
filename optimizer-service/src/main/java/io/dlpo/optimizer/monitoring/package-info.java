/** Metrics of the process. */
@NullMarked
package io.dlpo.optimizer.monitoring;

import org.jspecify.annotations.NullMarked;
