/** Parts of reports: tables, plots and formatted numbers. A page adds the markup. Pure. */
@NullMarked
package io.dlpo.studies.figure;

import org.jspecify.annotations.NullMarked;
