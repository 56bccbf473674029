/** What the log may contain. */
@NullMarked
package io.dlpo.events.log;

import org.jspecify.annotations.NullMarked;
