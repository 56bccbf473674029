/** Identifiers: one record type each, so that none is taken for another. */
@NullMarked
package io.dlpo.contracts.id;

import org.jspecify.annotations.NullMarked;
