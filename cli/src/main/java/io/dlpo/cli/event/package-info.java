/** Reads the event stream, without a consumer group and without side effects. */
@NullMarked
package io.dlpo.cli.event;

import org.jspecify.annotations.NullMarked;
