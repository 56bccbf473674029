/** The techniques that shape the update; each is a small pure class, and they meet in the plan. */
@NullMarked
package io.dlpo.core.technique;

import org.jspecify.annotations.NullMarked;
