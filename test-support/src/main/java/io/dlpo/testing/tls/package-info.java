/** A certificate authority of a company, for tests. */
@NullMarked
package io.dlpo.testing.tls;

import org.jspecify.annotations.NullMarked;
