/** The proxy on the way to model endpoints, and which of them are called directly. */
@NullMarked
package io.dlpo.gateway.proxy;

import org.jspecify.annotations.NullMarked;
