/** The wire format of events: JSON values and CloudEvents 1.0 attributes in binary mode. */
@NullMarked
package io.dlpo.contracts.wire;

import org.jspecify.annotations.NullMarked;
