/** What the terminal shows of a run. */
@NullMarked
package io.dlpo.cli.view;

import org.jspecify.annotations.NullMarked;
