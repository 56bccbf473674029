/**
 * A prompt as sentences: how a text is split, which parts of it are frozen, which variables it has.
 */
@NullMarked
package io.dlpo.core.prompt;

import org.jspecify.annotations.NullMarked;
