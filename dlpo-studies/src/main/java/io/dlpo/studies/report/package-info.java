/** The report of a run: its record and the figures of its page. */
@NullMarked
package io.dlpo.studies.report;

import org.jspecify.annotations.NullMarked;
