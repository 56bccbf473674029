/**
 * A run's spec. It is validated against the published JSON Schema {@code spec.schema.json}, the
 * single source of keys, types, ranges and defaults. Then it is merged with its profile, bound to
 * records, and checked against its dataset and budget.
 */
@NullMarked
package io.dlpo.core.spec;

import org.jspecify.annotations.NullMarked;
