/**
 * The records that a service could not process: found in their topics, shown, and given back to the
 * topics that they came from.
 */
@NullMarked
package io.dlpo.optimizer.deadletter;

import org.jspecify.annotations.NullMarked;
