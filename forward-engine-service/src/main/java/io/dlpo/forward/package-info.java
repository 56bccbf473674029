/** The forward pass: fans evaluations out and answers each example with the model. */
@NullMarked
package io.dlpo.forward;

import org.jspecify.annotations.NullMarked;
