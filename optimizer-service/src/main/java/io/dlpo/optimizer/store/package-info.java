/** Persists runs, their steps, datasets and experiments in PostgreSQL, schema {@code optimizer}. */
@NullMarked
package io.dlpo.optimizer.store;

import org.jspecify.annotations.NullMarked;
