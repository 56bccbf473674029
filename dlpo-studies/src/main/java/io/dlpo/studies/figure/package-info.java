/** Figures of reports: tables, plots and numbers as text. A page adds the markup. Pure. */
@NullMarked
package io.dlpo.studies.figure;

import org.jspecify.annotations.NullMarked;
