/** What was wrong with one answer, and what in the prompt let it happen. */
@NullMarked
package io.dlpo.backward.critique;

import org.jspecify.annotations.NullMarked;
