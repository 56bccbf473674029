/** Rate limits on requests and tokens, shared by all processes that call a model. */
@NullMarked
package io.dlpo.gateway.rate;

import org.jspecify.annotations.NullMarked;
