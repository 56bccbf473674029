/**
 * The live pages. A page is a frame without data: its scripts, under {@code META-INF/resources},
 * ask the REST API and nothing else.
 */
@NullMarked
package io.dlpo.optimizer.dashboard;

import org.jspecify.annotations.NullMarked;
