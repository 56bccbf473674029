/** From a scored batch to its gradient. */
@NullMarked
package io.dlpo.backward.gradient;

import org.jspecify.annotations.NullMarked;
