/**
 * The HTML pages. Qute templates in {@code templates} hold the markup and escape every value; the
 * figures come from {@code dlpo-studies}. A page has no script and loads nothing.
 */
@NullMarked
package io.dlpo.optimizer.page;

import org.jspecify.annotations.NullMarked;
