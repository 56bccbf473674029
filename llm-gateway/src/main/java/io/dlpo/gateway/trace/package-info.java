/** Spans and standard metrics of model calls, by OpenTelemetry's conventions for GenAI. */
@NullMarked
package io.dlpo.gateway.trace;

import org.jspecify.annotations.NullMarked;
