/** The script {@code dlpo} under the tools of macOS. */
@NullMarked
package io.dlpo.cli.script;

import org.jspecify.annotations.NullMarked;
