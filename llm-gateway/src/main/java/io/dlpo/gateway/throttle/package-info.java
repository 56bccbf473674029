/** Throttling of all processes after an endpoint has answered 429. */
@NullMarked
package io.dlpo.gateway.throttle;

import org.jspecify.annotations.NullMarked;
