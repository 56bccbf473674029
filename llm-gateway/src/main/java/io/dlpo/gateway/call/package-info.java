/** One call of the endpoint, and the retries that make it persistent. */
@NullMarked
package io.dlpo.gateway.call;

import org.jspecify.annotations.NullMarked;
