/** What a step is made of: its draws, its candidate, its outcome and the trajectory. */
@NullMarked
package io.dlpo.core.step;

import org.jspecify.annotations.NullMarked;
