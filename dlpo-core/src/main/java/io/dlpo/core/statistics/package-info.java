/**
 * Statistics of results: means with intervals, comparisons of means and variances, corrections for
 * multiple tests.
 *
 * <p>Pure. Distributions and tests come from Apache Commons Statistics. A result that the data do
 * not determine, such as a t test without any variance, is null.
 */
@NullMarked
package io.dlpo.core.statistics;

import org.jspecify.annotations.NullMarked;
