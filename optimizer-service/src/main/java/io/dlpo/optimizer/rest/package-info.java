/** Where users come in: datasets and runs over HTTP. */
@NullMarked
package io.dlpo.optimizer.rest;

import org.jspecify.annotations.NullMarked;
