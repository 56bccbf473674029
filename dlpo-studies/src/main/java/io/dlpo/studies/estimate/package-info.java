/**
 * Estimates the usage of a run before it begins: runs the real state machine many times with
 * simulated models.
 */
@NullMarked
package io.dlpo.studies.estimate;

import org.jspecify.annotations.NullMarked;
