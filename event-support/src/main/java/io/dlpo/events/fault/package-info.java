/** Which faults are permanent, which are transient, and where their records go. */
@NullMarked
package io.dlpo.events.fault;

import org.jspecify.annotations.NullMarked;
