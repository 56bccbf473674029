/**
 * What a run will spend, before it does: the run's own states are played against models that answer
 * by assumption, many times over.
 */
@NullMarked
package io.dlpo.studies.estimate;

import org.jspecify.annotations.NullMarked;
