/** Where events come in: each is applied to its run, and what it causes goes out. */
@NullMarked
package io.dlpo.optimizer.handler;

import org.jspecify.annotations.NullMarked;
