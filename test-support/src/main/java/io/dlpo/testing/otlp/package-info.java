/** A receiver of OpenTelemetry's protocol, for tests of traces. */
@NullMarked
package io.dlpo.testing.otlp;

import org.jspecify.annotations.NullMarked;
