package io.dlpo.gateway;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.GatewayMeters.LedgerOperation;
import io.dlpo.gateway.call.CallOutcome;
import io.dlpo.gateway.call.RetryingCaller;
import io.dlpo.gateway.ledger.Ledger;
import io.dlpo.gateway.ledger.LedgerEntry;
import io.dlpo.gateway.ledger.LedgerException;
import io.dlpo.gateway.ledger.RequestDigest;
import io.dlpo.gateway.reply.Thought;
import io.dlpo.gateway.trace.ModelSpans;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The entry point for all model calls. Returns the cached reply from the ledger if there is one;
 * otherwise calls the endpoint and stores the reply. Thread-safe. Blocks, so call it on a virtual
 * thread and outside any transaction.
 */
@ApplicationScoped
public class ModelGateway {

  private static final CallFailure NOT_ASKED =
      new CallFailure(
          FailureKind.NOT_ASKED, "the model was not called: the run was paused or cancelled first");

  private final Ledger ledger;
  private final RetryingCaller caller;
  private final GatewayMeters meters;
  private final ModelSpans spans;
  private final SingleFlight<CallOutcome> flights = new SingleFlight<>();

  ModelGateway(
      @DataSource("ledger") AgroalDataSource dataSource,
      RetryingCaller caller,
      GatewayMeters meters,
      ModelSpans spans) {
    this.spans = spans;
    this.ledger = new Ledger(dataSource, meters);
    this.caller = caller;
    this.meters = meters;
  }

  /**
   * Calls a model. A fault of the model or its endpoint is returned as a reply; it is not thrown.
   *
   * @throws LedgerException if the database is unreachable; the call may be retried
   * @throws io.dlpo.gateway.call.GateClosedException if the process shuts down before the call is
   *     made
   */
  public ModelReply call(ModelRequest request) {
    Instant since = Instant.now();
    while (true) {
      AtomicBoolean own = new AtomicBoolean();
      CallOutcome outcome =
          flights.share(
              RequestDigest.of(request),
              () -> {
                own.set(true);
                return cached(request).orElseGet(() -> paid(request));
              });
      // The shared call may belong to another evaluation that was abandoned. Then make the call for
      // this one.
      if (own.get() || !(outcome instanceof CallOutcome.Abandoned)) {
        if (!own.get()) {
          meters.shared(request);
          spans.shared(request, since);
        }
        return reply(outcome, request, own.get());
      }
    }
  }

  private ModelReply reply(CallOutcome outcome, ModelRequest request, boolean own) {
    return switch (outcome) {
      case CallOutcome.Answered answered -> reply(answered.entry(), request);
      case CallOutcome.Failed failed -> failed(failed, own);
      case CallOutcome.Abandoned ignored -> new ModelReply.Failed(NOT_ASKED);
    };
  }

  /**
   * Deletes the sampled replies of a scope once no run uses it.
   *
   * @return the number of deleted replies
   * @throws LedgerException if the database is unreachable; the call may be retried
   */
  public int forget(String sampleScope) {
    try {
      return ledger.forget(sampleScope);
    } catch (SQLException e) {
      throw new LedgerException("cannot delete replies from the call ledger", e);
    }
  }

  private Optional<CallOutcome> cached(ModelRequest request) {
    Instant since = Instant.now();
    try {
      Optional<CallOutcome> found = ledger.find(request).map(CallOutcome.Answered::new);
      if (found.isPresent()) {
        meters.cached(request);
        spans.fromLedger(request, since);
      }
      return found;
    } catch (SQLException e) {
      meters.ledgerFault(LedgerOperation.READ);
      throw new LedgerException("cannot read the call ledger", e);
    }
  }

  private CallOutcome paid(ModelRequest request) {
    return switch (caller.call(request, () -> cached(request))) {
      case CallOutcome.Answered answered -> {
        Crash.at(CrashPoint.REPLIED);
        LedgerEntry stored = ledger.storeWithRetry(request, answered.entry());
        Crash.at(CrashPoint.REMEMBERED);
        yield new CallOutcome.Answered(stored);
      }
      case CallOutcome.Failed failed -> failed;
      case CallOutcome.Abandoned abandoned -> {
        meters.notAsked(request);
        yield abandoned;
      }
    };
  }

  private static ModelReply reply(LedgerEntry entry, ModelRequest request) {
    Thought parts = entry.parts();
    return new ModelReply.Replied(
        parts.answer(), parts.thought(), entry.finish(), entry.callOf(request), entry.notes());
  }

  /** Of those that share a failed call, only the one that made it has paid for it. */
  private static ModelReply failed(CallOutcome.Failed failed, boolean own) {
    Tokens wasted = failed.wasted();
    return !own || wasted.equals(Tokens.NONE)
        ? new ModelReply.Failed(failed.failure())
        : new ModelReply.Failed(
            failed.failure(), new ModelCall(true, wasted.input(), wasted.output(), 0));
  }
}
