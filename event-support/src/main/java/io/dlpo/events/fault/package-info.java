/** Which faults are permanent, which pass, and where the records of either go. */
@NullMarked
package io.dlpo.events.fault;

import org.jspecify.annotations.NullMarked;
