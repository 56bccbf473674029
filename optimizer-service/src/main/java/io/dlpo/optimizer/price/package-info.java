/** What calls of models cost. */
@NullMarked
package io.dlpo.optimizer.price;

import org.jspecify.annotations.NullMarked;
