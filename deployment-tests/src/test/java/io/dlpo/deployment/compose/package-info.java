/** Holds {@code docker-compose.yml} to the sources and to the guides. */
@NullMarked
package io.dlpo.deployment.compose;

import org.jspecify.annotations.NullMarked;
