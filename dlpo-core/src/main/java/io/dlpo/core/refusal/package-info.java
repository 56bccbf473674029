/** Why a request is refused, in words that help to mend it. */
@NullMarked
package io.dlpo.core.refusal;

import org.jspecify.annotations.NullMarked;
