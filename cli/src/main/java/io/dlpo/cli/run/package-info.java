/** Runs over REST. */
@NullMarked
package io.dlpo.cli.run;

import org.jspecify.annotations.NullMarked;
