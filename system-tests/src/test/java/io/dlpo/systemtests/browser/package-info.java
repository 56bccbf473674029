/** A real browser that system tests drive by its keyboard. */
@NullMarked
package io.dlpo.systemtests.browser;

import org.jspecify.annotations.NullMarked;
