/**
 * Experiments: a grid of settings, datasets and seeds, each cell a run of its own. Pure: what is
 * run, in which order, and what a finished run leaves for the report.
 */
@NullMarked
package io.dlpo.studies.experiment;

import org.jspecify.annotations.NullMarked;
