package io.dlpo.gateway;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.gateway.GatewayMeters.LedgerOperation;
import io.dlpo.gateway.call.CallOutcome;
import io.dlpo.gateway.call.PersistentCaller;
import io.dlpo.gateway.ledger.Ledger;
import io.dlpo.gateway.ledger.LedgerEntry;
import io.dlpo.gateway.ledger.LedgerException;
import io.dlpo.gateway.ledger.RequestDigest;
import io.dlpo.gateway.left.LeftEvaluations;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
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
  private final LeftEvaluations left;
  private final GatewayMeters meters;
  private final SingleFlight<CallOutcome> flights = new SingleFlight<>();

  ModelGateway(
      @DataSource("ledger") AgroalDataSource dataSource,
      PersistentCaller caller,
      LeftEvaluations left,
      GatewayMeters meters) {
    this.left = left;
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
      if (own.get() || !(outcome instanceof CallOutcome.Left)) {
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
      case CallOutcome.Left ignored -> new ModelReply.Failed(NOT_ASKED);
    };
  }

  /**
   * Notes that nobody waits any more for evaluations: calls for them that have not begun are not
   * made, in any process, which takes effect within {@link LeftEvaluations#FRESH}. For a run that
   * is paused or cancelled; what it proposes later are other evaluations. It saves calls and
   * nothing depends on it, so a database that does not answer is passed over.
   */
  public void leave(List<EvaluationId> evaluations) {
    left.add(evaluations);
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
      case CallOutcome.Left nobody -> {
        meters.notAsked(request);
        yield nobody;
      }
    };
  }

  private static ModelReply reply(LedgerEntry entry, ModelRequest request) {
    return new ModelReply.Replied(entry.reply(), entry.finish(), entry.callOf(request));
  }
}
