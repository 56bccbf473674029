/** From one example to the model's answer. */
@NullMarked
package io.dlpo.forward.answer;

import org.jspecify.annotations.NullMarked;
