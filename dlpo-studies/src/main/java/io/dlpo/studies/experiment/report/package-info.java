/** What an experiment has shown, as records, JSON, CSV and HTML. Pure. */
@NullMarked
package io.dlpo.studies.experiment.report;

import org.jspecify.annotations.NullMarked;
