/** Detects a stopped channel and exits the process. */
@NullMarked
package io.dlpo.events.channel;

import org.jspecify.annotations.NullMarked;
