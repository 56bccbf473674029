/** From the critiques of a batch to one gradient. */
@NullMarked
package io.dlpo.backward.reduction;

import org.jspecify.annotations.NullMarked;
