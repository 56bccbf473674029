/** Limits on user input that ensure that every resulting event fits into one Kafka record. */
@NullMarked
package io.dlpo.core.limit;

import org.jspecify.annotations.NullMarked;
