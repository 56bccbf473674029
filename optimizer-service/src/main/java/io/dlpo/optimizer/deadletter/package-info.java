/** Dead letters: finds, displays and redrives the records that a service could not process. */
@NullMarked
package io.dlpo.optimizer.deadletter;

import org.jspecify.annotations.NullMarked;
