/** Whose certificates a model endpoint may have. */
@NullMarked
package io.dlpo.gateway.trust;

import org.jspecify.annotations.NullMarked;
