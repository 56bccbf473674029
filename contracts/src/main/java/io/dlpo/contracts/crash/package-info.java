/** Where a process can be made to die, so that tests see that nothing is lost there. */
@NullMarked
package io.dlpo.contracts.crash;

import org.jspecify.annotations.NullMarked;
