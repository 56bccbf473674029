/** The REST API for datasets, runs, experiments and dead letters. */
@NullMarked
package io.dlpo.optimizer.rest;

import org.jspecify.annotations.NullMarked;
