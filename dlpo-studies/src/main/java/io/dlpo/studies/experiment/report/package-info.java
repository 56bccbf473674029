/** The results of an experiment, as records, CSV and the contents of its page. Pure. */
@NullMarked
package io.dlpo.studies.experiment.report;

import org.jspecify.annotations.NullMarked;
