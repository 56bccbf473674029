/** The command line. */
@NullMarked
package io.dlpo.cli;

import org.jspecify.annotations.NullMarked;
