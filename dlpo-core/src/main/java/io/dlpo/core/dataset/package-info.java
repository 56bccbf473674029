/** Reads dataset files as rows, and turns rows into the examples of the three splits. */
@NullMarked
package io.dlpo.core.dataset;

import org.jspecify.annotations.NullMarked;
