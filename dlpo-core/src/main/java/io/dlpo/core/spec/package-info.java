/**
 * A run's spec. It is validated against the published JSON Schema {@code spec.schema.json}, which
 * is the one place for keys, types, ranges and defaults, laid over its profile, bound to records,
 * and then checked against its dataset and budget.
 */
@NullMarked
package io.dlpo.core.spec;

import org.jspecify.annotations.NullMarked;
