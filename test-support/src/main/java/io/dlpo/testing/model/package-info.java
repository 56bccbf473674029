/** An OpenAI-compatible endpoint that tests script. */
@NullMarked
package io.dlpo.testing.model;

import org.jspecify.annotations.NullMarked;
