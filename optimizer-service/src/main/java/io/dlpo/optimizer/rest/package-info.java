/** Where users come in: datasets, runs and experiments over HTTP. */
@NullMarked
package io.dlpo.optimizer.rest;

import org.jspecify.annotations.NullMarked;
