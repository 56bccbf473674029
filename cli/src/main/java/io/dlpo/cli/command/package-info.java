/** The commands, one class each. */
@NullMarked
package io.dlpo.cli.command;

import org.jspecify.annotations.NullMarked;
