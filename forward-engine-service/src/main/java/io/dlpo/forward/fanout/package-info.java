/** Fans an evaluation out into one task per example. */
@NullMarked
package io.dlpo.forward.fanout;

import org.jspecify.annotations.NullMarked;
