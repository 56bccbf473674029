/** A forward proxy that counts. */
@NullMarked
package io.dlpo.testing.proxy;

import org.jspecify.annotations.NullMarked;
