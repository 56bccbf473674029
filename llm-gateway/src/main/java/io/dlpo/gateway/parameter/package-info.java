/** Which parameters a model takes, learned from what its endpoint refuses. */
@NullMarked
package io.dlpo.gateway.parameter;

import org.jspecify.annotations.NullMarked;
