/**
 * Statistics of results: means with intervals, comparisons of means and of spreads, corrections.
 *
 * <p>Pure. Distributions and tests are those of Apache Commons Statistics. What the data do not
 * determine, such as a t test without any spread, is null and never a made-up number.
 */
@NullMarked
package io.dlpo.core.statistics;

import org.jspecify.annotations.NullMarked;
