/** One limit on requests and tokens for all processes that call a model. */
@NullMarked
package io.dlpo.gateway.rate;

import org.jspecify.annotations.NullMarked;
