/** OpenAI's API: chat completions and models. */
@NullMarked
package io.dlpo.simulator.api;

import org.jspecify.annotations.NullMarked;
