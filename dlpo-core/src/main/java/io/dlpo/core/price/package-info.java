/** Prices of model calls. */
@NullMarked
package io.dlpo.core.price;

import org.jspecify.annotations.NullMarked;
