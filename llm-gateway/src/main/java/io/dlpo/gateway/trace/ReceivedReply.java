package io.dlpo.gateway.trace;

import io.dlpo.gateway.ledger.LedgerEntry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A usable reply of an endpoint.
 *
 * @param entry what the ledger stores of it
 * @param model the model that the endpoint names; null if it names none
 * @param id the endpoint's id of the reply; null if it gives none
 */
public record ReceivedReply(LedgerEntry entry, @Nullable String model, @Nullable String id) {

  /** Why the reply ended, as in the conventions. */
  String finishReason() {
    return entry.finish().name().toLowerCase(Locale.ROOT);
  }
}
