/** One class for each command. */
@NullMarked
package io.dlpo.cli.command;

import org.jspecify.annotations.NullMarked;
