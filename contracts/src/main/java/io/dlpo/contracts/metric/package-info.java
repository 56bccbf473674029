/** The metrics: which answer format they require and which references they can read. */
@NullMarked
package io.dlpo.contracts.metric;

import org.jspecify.annotations.NullMarked;
