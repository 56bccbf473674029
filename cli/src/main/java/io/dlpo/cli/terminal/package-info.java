/** How text reaches the user: width, colour, and no control characters from foreign text. */
@NullMarked
package io.dlpo.cli.terminal;

import org.jspecify.annotations.NullMarked;
