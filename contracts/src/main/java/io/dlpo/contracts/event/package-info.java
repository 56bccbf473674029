/** The events between services, one record each, and their types. */
@NullMarked
package io.dlpo.contracts.event;

import org.jspecify.annotations.NullMarked;
