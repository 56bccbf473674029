/** Open evaluations and results in PostgreSQL, schema {@code evaluator}. */
@NullMarked
package io.dlpo.evaluator.store;

import org.jspecify.annotations.NullMarked;
