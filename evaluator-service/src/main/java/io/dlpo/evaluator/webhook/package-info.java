/** Answers scored by a service of the user's own: which are allowed, what is sent and replied. */
@NullMarked
package io.dlpo.evaluator.webhook;

import org.jspecify.annotations.NullMarked;
