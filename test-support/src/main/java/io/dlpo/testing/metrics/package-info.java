/** Reads the metrics of a service at {@code /q/metrics}. */
@NullMarked
package io.dlpo.testing.metrics;

import org.jspecify.annotations.NullMarked;
