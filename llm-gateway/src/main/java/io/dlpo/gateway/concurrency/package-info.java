/** Limits on concurrent work, fair between runs. */
@NullMarked
package io.dlpo.gateway.concurrency;

import org.jspecify.annotations.NullMarked;
