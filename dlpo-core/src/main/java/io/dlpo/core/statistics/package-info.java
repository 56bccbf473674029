/**
 * Statistics of results: means with intervals, comparisons of means and of spreads, corrections.
 *
 * <p>Pure. The distributions are those of Apache Commons Math. What the data leave undefined, such
 * as a t test without any spread, is null and never a made-up number.
 */
@NullMarked
package io.dlpo.core.statistics;

import org.jspecify.annotations.NullMarked;
