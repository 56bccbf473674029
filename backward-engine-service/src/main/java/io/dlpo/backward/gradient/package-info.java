/** The gradient of a scored batch. */
@NullMarked
package io.dlpo.backward.gradient;

import org.jspecify.annotations.NullMarked;
