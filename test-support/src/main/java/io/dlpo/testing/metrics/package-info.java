/** What a service says of itself at {@code /q/metrics}. */
@NullMarked
package io.dlpo.testing.metrics;

import org.jspecify.annotations.NullMarked;
