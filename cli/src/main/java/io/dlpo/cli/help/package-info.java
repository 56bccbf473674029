/** Help texts and error messages of the command line. */
@NullMarked
package io.dlpo.cli.help;

import org.jspecify.annotations.NullMarked;
