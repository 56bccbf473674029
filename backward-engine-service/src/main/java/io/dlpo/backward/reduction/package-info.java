/** The reduction of a batch's critiques to one gradient. */
@NullMarked
package io.dlpo.backward.reduction;

import org.jspecify.annotations.NullMarked;
