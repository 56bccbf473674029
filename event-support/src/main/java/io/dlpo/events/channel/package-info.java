/** A channel that has stopped, and what becomes of the process that it leaves. */
@NullMarked
package io.dlpo.events.channel;

import org.jspecify.annotations.NullMarked;
