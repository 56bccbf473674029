package io.dlpo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RecordedReply;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.RunId;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventLogContextTest {

  private static final RunId RUN = new RunId("run-1");
  private static final Event OF_STEP_3 =
      new UpdateReplied(
          RUN,
          3,
          new EvaluationId("e-1"),
          List.of(new RecordedReply("UPDATE", "digest", "{}", false, null, ModelCall.NONE)));

  @Test
  void shouldNameRunAndStepWhileAnEventIsHandled() {
    assertThat(seenDuring(OF_STEP_3)).containsExactly("run-1", "3");
  }

  @Test
  void shouldNameNoStepForAnEventOfTheWholeRun() {
    assertThat(seenDuring(new RunCommanded("c-1", RUN, RunCommand.PAUSE)))
        .containsExactly("run-1", null);
  }

  @Test
  void shouldLeaveNothingForTheNextEventOfTheThread() {
    // When
    assertThatThrownBy(
            () ->
                EventLogContext.during(
                    OF_STEP_3,
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");

    // Then
    assertThat(MDC.get("run")).isNull();
    assertThat(MDC.get("step")).isNull();
  }

  private static List<@Nullable Object> seenDuring(Event event) {
    List<@Nullable Object> seen = new ArrayList<>();
    EventLogContext.during(
        event,
        () -> {
          seen.add(MDC.get("run"));
          seen.add(MDC.get("step"));
        });
    return seen;
  }
}
