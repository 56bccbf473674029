/** How large what users hand in may be, so that every event that comes of it fits one record. */
@NullMarked
package io.dlpo.core.limit;

import org.jspecify.annotations.NullMarked;
