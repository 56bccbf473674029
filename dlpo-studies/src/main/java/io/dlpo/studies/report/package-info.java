/** The report of a run, and the contents of its page. */
@NullMarked
package io.dlpo.studies.report;

import org.jspecify.annotations.NullMarked;
