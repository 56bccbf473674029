package io.dlpo.gateway;

import io.agroal.api.AgroalDataSource;
import io.dlpo.gateway.GatewayMeters.LedgerOperation;
import io.dlpo.gateway.call.CallOutcome;
import io.dlpo.gateway.call.PersistentCaller;
import io.dlpo.gateway.ledger.Ledger;
import io.dlpo.gateway.ledger.LedgerEntry;
import io.dlpo.gateway.ledger.LedgerException;
import io.dlpo.gateway.ledger.RequestDigest;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Every call of a model: answered by the ledger if anyone has paid for it, else by the endpoint,
 * and then remembered. Thread-safe; blocks, so call it on a virtual thread and outside any
 * transaction.
 */
@ApplicationScoped
public class ModelGateway {

  private final Ledger ledger;
  private final PersistentCaller caller;
  private final GatewayMeters meters;
  private final SingleFlight<CallOutcome> flights = new SingleFlight<>();

  ModelGateway(
      @DataSource("ledger") AgroalDataSource dataSource,
      PersistentCaller caller,
      GatewayMeters meters) {
    this.ledger = new Ledger(dataSource, meters);
    this.caller = caller;
    this.meters = meters;
  }

  /**
   * Asks a model. A fault of the model or its endpoint is a reply of its own, never an exception.
   *
   * @throws LedgerException if the database does not answer: the call may be made again
   */
  public ModelReply call(ModelRequest request) {
    AtomicBoolean own = new AtomicBoolean();
    CallOutcome outcome =
        flights.share(
            RequestDigest.of(request),
            () -> {
              own.set(true);
              return remembered(request).orElseGet(() -> paid(request));
            });
    if (!own.get()) {
      meters.shared(request);
    }
    return switch (outcome) {
      case CallOutcome.Answered answered -> reply(answered.entry(), request);
      case CallOutcome.Failed failed -> new ModelReply.Failed(failed.failure());
    };
  }

  private Optional<CallOutcome> remembered(ModelRequest request) {
    try {
      Optional<CallOutcome> known = ledger.find(request).map(CallOutcome.Answered::new);
      known.ifPresent(found -> meters.remembered(request));
      return known;
    } catch (SQLException e) {
      meters.ledgerFault(LedgerOperation.READ);
      throw new LedgerException("the call ledger cannot be read", e);
    }
  }

  private CallOutcome paid(ModelRequest request) {
    return switch (caller.call(request, () -> remembered(request))) {
      case CallOutcome.Answered answered ->
          new CallOutcome.Answered(ledger.storeSurely(request, answered.entry()));
      case CallOutcome.Failed failed -> failed;
    };
  }

  private static ModelReply reply(LedgerEntry entry, ModelRequest request) {
    return new ModelReply.Replied(entry.reply(), entry.finish(), entry.callOf(request));
  }
}
