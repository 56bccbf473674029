/**
 * Shows runs while they change. One consumer of a replica reads the events of all runs, one read of
 * the database follows each change, and memory passes both to all viewers.
 */
@NullMarked
package io.dlpo.optimizer.live;

import org.jspecify.annotations.NullMarked;
