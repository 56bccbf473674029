/** Dataset files as rows, and rows as the examples of the three splits. */
@NullMarked
package io.dlpo.core.dataset;

import org.jspecify.annotations.NullMarked;
