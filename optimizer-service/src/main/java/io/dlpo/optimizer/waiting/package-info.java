/** What runs wait for, and which runs are stalled. Informative only: no decision depends on it. */
@NullMarked
package io.dlpo.optimizer.waiting;

import org.jspecify.annotations.NullMarked;
