package io.dlpo.gateway;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
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

  private static final CallFailure NOT_ASKED =
      new CallFailure(
          FailureKind.NOT_ASKED, "the model was not asked: the run was paused or cancelled before");

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
   * @throws io.dlpo.gateway.call.GateClosedException if the process ends before the call was made
   */
  public ModelReply call(ModelRequest request) {
    while (true) {
      AtomicBoolean own = new AtomicBoolean();
      CallOutcome outcome =
          flights.share(
              RequestDigest.of(request),
              () -> {
                own.set(true);
                return remembered(request).orElseGet(() -> paid(request));
              });
      // That nobody waits for another's evaluation says nothing of this one.
      if (own.get() || !(outcome instanceof CallOutcome.Abandoned)) {
        return reply(outcome, request, own.get());
      }
    }
  }

  private ModelReply reply(CallOutcome outcome, ModelRequest request, boolean own) {
    if (!own) {
      meters.shared(request);
    }
    return switch (outcome) {
      case CallOutcome.Answered answered -> reply(answered.entry(), request);
      case CallOutcome.Failed failed -> new ModelReply.Failed(failed.failure());
      case CallOutcome.Abandoned ignored -> new ModelReply.Failed(NOT_ASKED);
    };
  }

  /**
   * Forgets the sampled replies of a scope that no run is left in.
   *
   * @return how many there were
   * @throws LedgerException if the database does not answer: it may be tried again
   */
  public int forget(String sampleScope) {
    try {
      return ledger.forget(sampleScope);
    } catch (SQLException e) {
      throw new LedgerException("replies cannot be removed from the call ledger", e);
    }
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
      case CallOutcome.Answered answered -> {
        Crash.at(CrashPoint.REPLIED);
        LedgerEntry stored = ledger.storeSurely(request, answered.entry());
        Crash.at(CrashPoint.REMEMBERED);
        yield new CallOutcome.Answered(stored);
      }
      case CallOutcome.Failed failed -> failed;
      case CallOutcome.Abandoned nobody -> {
        meters.notAsked(request);
        yield nobody;
      }
    };
  }

  private static ModelReply reply(LedgerEntry entry, ModelRequest request) {
    return new ModelReply.Replied(entry.reply(), entry.finish(), entry.callOf(request));
  }
}
