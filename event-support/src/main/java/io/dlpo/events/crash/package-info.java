/** Lets a process die where a test wants it to. */
@NullMarked
package io.dlpo.events.crash;

import org.jspecify.annotations.NullMarked;
