/** Runs and experiments, through the REST interface of the optimizer. */
@NullMarked
package io.dlpo.cli.run;

import org.jspecify.annotations.NullMarked;
