/** Error responses: one form for all errors, wherever in the server they occur. */
@NullMarked
package io.dlpo.optimizer.problem;

import org.jspecify.annotations.NullMarked;
