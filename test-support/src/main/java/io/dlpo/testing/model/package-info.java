/** An OpenAI-compatible endpoint that replies as a test wants. */
@NullMarked
package io.dlpo.testing.model;

import org.jspecify.annotations.NullMarked;
