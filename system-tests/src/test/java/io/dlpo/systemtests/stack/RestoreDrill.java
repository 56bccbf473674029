package io.dlpo.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.nio.file.Path;
import java.time.Duration;

/** Runs in three states before a backup, and what must become of them after a restore. */
public final class RestoreDrill {

  private static final Duration TIMEOUT = Duration.ofMinutes(4);
  private static final String PAUSED = "paused";
  private static final String RUNNING = "running";

  private final RunReport finished;
  private final String shown;
  private final RunReport paused;

  /**
   * Makes a finished, a paused and a running run.
   *
   * @param installation slow enough for commands to arrive long before a run ends
   */
  public RestoreDrill(Installation installation) {
    Dlpo dlpo = installation.dlpo();
    this.finished = installation.run(SpecFile.small(dlpo, "finished", 3, 501));
    this.shown = dlpo.run("show", finished.runId()).expect(0).out();
    beginAndDecideOnce(installation, pausedSpec(dlpo), PAUSED);
    dlpo.run("pause", PAUSED).expect(0);
    awaitPaused(installation, PAUSED);
    this.paused = installation.runNow(PAUSED);
    beginAndDecideOnce(installation, runningSpec(dlpo), RUNNING);
  }

  /** Expects what the guide promises, of a restored installation whose Kafka is empty. */
  public void check(Installation restored) {
    finishedIsThere(restored);
    pausedContinues(restored);
    runningContinuesOnceItIsResumed(restored);
  }

  private void finishedIsThere(Installation restored) {
    Dlpo dlpo = restored.dlpo();
    assertThat(dlpo.run("show", finished.runId()).expect(0).out()).isEqualTo(shown);
    assertThat(dlpo.run("prompt", finished.runId()).expect(0).out().strip())
        .isEqualTo(finished.bestPrompt());
    assertThat(restored.runNow(finished.runId()).trajectory()).isEqualTo(finished.trajectory());
  }

  /** Pays for no call twice. */
  private void pausedContinues(Installation restored) {
    int requests = requests(restored);
    restored.dlpo().run("resume", PAUSED).expect(0);
    restored.dlpo().run("follow", PAUSED).expect(0);
    RunReport resumed = restored.runNow(PAUSED);
    assertThat(requests(restored) - requests).isLessThanOrEqualTo(resumed.paid() - paused.paid());
    isAsItsTwin(restored, resumed, pausedSpec(restored.dlpo()));
  }

  /** It waits for events that are lost. */
  private static void runningContinuesOnceItIsResumed(Installation restored) {
    Dlpo dlpo = restored.dlpo();
    assertThat(restored.runNow(RUNNING).status()).isEqualTo("RUNNING");
    dlpo.run("pause", RUNNING).expect(0);
    awaitPaused(restored, RUNNING);
    dlpo.run("resume", RUNNING).expect(0);
    dlpo.run("follow", RUNNING).expect(0);
    isAsItsTwin(restored, restored.runNow(RUNNING), runningSpec(dlpo));
  }

  private static Path pausedSpec(Dlpo dlpo) {
    return SpecFile.small(dlpo, PAUSED, 10, 502);
  }

  private static Path runningSpec(Dlpo dlpo) {
    return SpecFile.small(dlpo, RUNNING, 12, 503);
  }

  /** The command that waits for the run would outlive the installation, so it is stopped here. */
  private static void beginAndDecideOnce(Installation installation, Path spec, String runId) {
    RunningCommand running = installation.startRun(spec, "--run-id", runId);
    await("a decision of " + runId)
        .atMost(TIMEOUT)
        .ignoreExceptions()
        .until(() -> decisions(installation.runNow(runId)) > 0);
    running.process().destroy();
  }

  private static int decisions(RunReport run) {
    return run.json().path("accepted").asInt() + run.json().path("rejected").asInt();
  }

  private static void awaitPaused(Installation installation, String runId) {
    await(runId + " to be paused")
        .atMost(TIMEOUT)
        .until(() -> installation.runNow(runId).status().equals("PAUSED"));
  }

  private static void isAsItsTwin(Installation restored, RunReport run, Path spec) {
    RunReport twin = restored.run(spec);
    assertThat(run.status()).isEqualTo("FINISHED");
    assertThat(run.trajectory()).isEqualTo(twin.trajectory());
    assertThat(run.bestPrompt()).isEqualTo(twin.bestPrompt());
    assertThat(run.paid()).isPositive().isLessThanOrEqualTo(twin.calls());
    assertThat(twin.paid()).as("what the ledger did not keep").isZero();
  }

  private static int requests(Installation installation) {
    return installation.simulatorCounts().path("requests").asInt();
  }
}
