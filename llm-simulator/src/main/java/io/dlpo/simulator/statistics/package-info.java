/** What the endpoint was asked, for tests and the curious. */
@NullMarked
package io.dlpo.simulator.statistics;

import org.jspecify.annotations.NullMarked;
