/** What the log may contain, and in which form. */
@NullMarked
package io.dlpo.events.log;

import org.jspecify.annotations.NullMarked;
