/**
 * What all messaging services share: consume a record, decode and handle it, publish the resulting
 * events, then acknowledge the record.
 */
@NullMarked
package io.dlpo.events;

import org.jspecify.annotations.NullMarked;
