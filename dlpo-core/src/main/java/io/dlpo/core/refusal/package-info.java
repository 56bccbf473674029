/** Refused requests, with messages that help to correct them. */
@NullMarked
package io.dlpo.core.refusal;

import org.jspecify.annotations.NullMarked;
