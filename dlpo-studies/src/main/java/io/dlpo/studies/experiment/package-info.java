/**
 * Experiments: a grid of settings, datasets and seeds, with one run per cell. Pure: it determines
 * which runs there are, their order, and the results for the report.
 */
@NullMarked
package io.dlpo.studies.experiment;

import org.jspecify.annotations.NullMarked;
