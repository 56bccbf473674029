/** Runs, their steps and datasets in PostgreSQL, schema {@code optimizer}. */
@NullMarked
package io.dlpo.optimizer.store;

import org.jspecify.annotations.NullMarked;
