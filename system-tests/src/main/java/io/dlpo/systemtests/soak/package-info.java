/**
 * The soak test: executes runs while killing every part, and compares them with undisturbed runs.
 */
@NullMarked
package io.dlpo.systemtests.soak;

import org.jspecify.annotations.NullMarked;
