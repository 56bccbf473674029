/**
 * Replay: the events of a run are enough to work out every one of its decisions again. What is here
 * is a pure function over a list of events; where they are read from is another package's.
 */
@NullMarked
package io.dlpo.core.replay;

import org.jspecify.annotations.NullMarked;
