/** The forward pass: evaluations are fanned out, and each example is answered by the model. */
@NullMarked
package io.dlpo.forward;

import org.jspecify.annotations.NullMarked;
