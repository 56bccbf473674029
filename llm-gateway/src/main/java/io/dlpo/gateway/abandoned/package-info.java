/** What nobody waits for any more, so that it is not paid for. */
@NullMarked
package io.dlpo.gateway.abandoned;

import org.jspecify.annotations.NullMarked;
