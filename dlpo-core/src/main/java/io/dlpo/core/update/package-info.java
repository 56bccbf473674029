/**
 * The update: what the backward model is asked, and how the edits it proposes are applied under
 * limits.
 */
@NullMarked
package io.dlpo.core.update;

import org.jspecify.annotations.NullMarked;
