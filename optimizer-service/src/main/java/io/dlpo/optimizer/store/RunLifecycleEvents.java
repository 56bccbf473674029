package io.dlpo.optimizer.store;

import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.RunView;
import io.dlpo.core.run.Transition;
import io.dlpo.core.signature.Signature;
import io.dlpo.core.signature.SignatureKind;
import io.dlpo.core.step.DecisionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.stream.Collectors;

/** Fires CDI events for metrics: within the transaction, once for each change of a run. */
@ApplicationScoped
class RunLifecycleEvents {

  private final Event<Signature> recognised;
  private final Event<DecisionKind> decided;
  private final Event<RunPaused> paused;
  private final Event<RunStatus> ended;

  RunLifecycleEvents(
      Event<Signature> recognised,
      Event<DecisionKind> decided,
      Event<RunPaused> paused,
      Event<RunStatus> ended) {
    this.recognised = recognised;
    this.decided = decided;
    this.paused = paused;
    this.ended = ended;
  }

  /** Reports a new run, which may have failed immediately. */
  void begun(RunState state) {
    RunStatus status = state.view().status();
    if (status.hasEnded()) {
      ended.fire(status);
    }
  }

  /** Reports a run that an event has changed. */
  void changed(io.dlpo.contracts.event.Event input, RunState state, Transition transition) {
    RunView before = state.view();
    RunView after = transition.next().view();
    Set<SignatureKind> known =
        before.signatures().stream().map(Signature::kind).collect(Collectors.toSet());
    after.signatures().stream()
        .filter(signature -> !known.contains(signature.kind()))
        .forEach(recognised::fire);
    transition.kind().ifPresent(decided::fire);
    if (after.status() != before.status()) {
      entered(input, after.status());
    }
  }

  private void entered(io.dlpo.contracts.event.Event input, RunStatus status) {
    if (status.hasEnded()) {
      ended.fire(status);
    } else if (status == RunStatus.PAUSED) {
      paused.fire(input instanceof RunCommanded ? RunPaused.USER : RunPaused.FAILURE);
    }
  }
}
