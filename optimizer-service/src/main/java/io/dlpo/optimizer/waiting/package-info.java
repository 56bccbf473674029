/** What runs wait for, and which of them stand still. Nothing is decided by it. */
@NullMarked
package io.dlpo.optimizer.waiting;

import org.jspecify.annotations.NullMarked;
