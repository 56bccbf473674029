/** Statistics of the requests, for tests. */
@NullMarked
package io.dlpo.simulator.statistics;

import org.jspecify.annotations.NullMarked;
