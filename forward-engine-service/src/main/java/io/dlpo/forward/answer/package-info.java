/** Answers single examples. */
@NullMarked
package io.dlpo.forward.answer;

import org.jspecify.annotations.NullMarked;
