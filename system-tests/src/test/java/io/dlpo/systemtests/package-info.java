/**
 * What the packaged services do together, seen from outside: through the script {@code dlpo}, REST
 * and a Kafka consumer of their own. One class for each claim.
 */
@NullMarked
package io.dlpo.systemtests;

import org.jspecify.annotations.NullMarked;
