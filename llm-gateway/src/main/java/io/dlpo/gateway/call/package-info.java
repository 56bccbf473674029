/** One call to the endpoint: limits, retries and faults. */
@NullMarked
package io.dlpo.gateway.call;

import org.jspecify.annotations.NullMarked;
