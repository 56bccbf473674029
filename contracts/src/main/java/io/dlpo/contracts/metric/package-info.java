/** The metrics of a run: what answer they ask for and which references they can read. */
@NullMarked
package io.dlpo.contracts.metric;

import org.jspecify.annotations.NullMarked;
