/**
 * What every messaging service needs and no more: a record comes in, is decoded and handled, the
 * events it causes are written to Kafka, and only then is the record acknowledged.
 */
@NullMarked
package io.dlpo.events;

import org.jspecify.annotations.NullMarked;
