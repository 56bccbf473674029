/** Prompts of one or several messages as one text, their variables, and what a model is sent. */
@NullMarked
package io.dlpo.contracts.prompt;

import org.jspecify.annotations.NullMarked;
