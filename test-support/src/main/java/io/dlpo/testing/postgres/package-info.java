/** A real PostgreSQL server, and databases of one's own in it. */
@NullMarked
package io.dlpo.testing.postgres;

import org.jspecify.annotations.NullMarked;
