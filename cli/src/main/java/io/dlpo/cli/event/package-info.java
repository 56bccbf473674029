/** The event stream, read as anyone may read it: without a consumer group, and changing nothing. */
@NullMarked
package io.dlpo.cli.event;

import org.jspecify.annotations.NullMarked;
