/** A PostgreSQL server, with separate databases for tests. */
@NullMarked
package io.dlpo.testing.postgres;

import org.jspecify.annotations.NullMarked;
