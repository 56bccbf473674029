/** What calls of models cost. */
@NullMarked
package io.dlpo.core.price;

import org.jspecify.annotations.NullMarked;
