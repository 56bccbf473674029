/** The textual gradient of a scored batch. */
@NullMarked
package io.dlpo.backward;

import org.jspecify.annotations.NullMarked;
