/** What an experiment has shown, as records, CSV and the figures of its page. Pure. */
@NullMarked
package io.dlpo.studies.experiment.report;

import org.jspecify.annotations.NullMarked;
