/**
 * The update: the requests to the backward model, and how the proposed edits are applied within
 * limits.
 */
@NullMarked
package io.dlpo.core.update;

import org.jspecify.annotations.NullMarked;
