/** The optimizer service: event handlers, run store, REST API and experiments. */
@NullMarked
package io.dlpo.optimizer;

import org.jspecify.annotations.NullMarked;
