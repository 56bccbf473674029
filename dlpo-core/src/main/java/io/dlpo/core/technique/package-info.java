/** The techniques that shape the update plan. Each is a small pure class. */
@NullMarked
package io.dlpo.core.technique;

import org.jspecify.annotations.NullMarked;
