/** Abandoned evaluations: their calls are not made, so they cost nothing. */
@NullMarked
package io.dlpo.gateway.abandoned;

import org.jspecify.annotations.NullMarked;
