/** From one evaluation to a task for each of its examples. */
@NullMarked
package io.dlpo.forward.fanout;

import org.jspecify.annotations.NullMarked;
