/** The call ledger: no call is paid for twice. */
@NullMarked
package io.dlpo.gateway.ledger;

import org.jspecify.annotations.NullMarked;
