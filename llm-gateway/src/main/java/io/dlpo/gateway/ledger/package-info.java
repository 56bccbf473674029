/** The call ledger: what was paid for once is not paid for again. */
@NullMarked
package io.dlpo.gateway.ledger;

import org.jspecify.annotations.NullMarked;
