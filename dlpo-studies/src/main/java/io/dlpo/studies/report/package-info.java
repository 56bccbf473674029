/** What a run has shown, as a record and as a page. */
@NullMarked
package io.dlpo.studies.report;

import org.jspecify.annotations.NullMarked;
