/** Identifiers, one record type each, so that they cannot be confused. */
@NullMarked
package io.dlpo.contracts.id;

import org.jspecify.annotations.NullMarked;
