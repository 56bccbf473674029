package io.dlpo.events;

import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Answers each PAUSE with two RESUMEs. Can be set to fail at first, or always. */
@ApplicationScoped
public class EchoHandler {

  private final EventProcessor processor;
  private final Map<String, AtomicInteger> transientFaults = new ConcurrentHashMap<>();

  EchoHandler(EventProcessor processor) {
    this.processor = processor;
  }

  /** Makes the next attempts at a command meet an outage. */
  public void failFirst(String commandId, int times) {
    transientFaults.put(commandId, new AtomicInteger(times));
  }

  @Incoming("commands")
  @RunOnVirtualThread
  @Blocking(value = "echo", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, RunCommanded.class, this::echo);
  }

  private List<RunCommanded> echo(RunCommanded event) {
    if (event.command() != RunCommand.PAUSE) {
      return List.of();
    }
    if (event.commandId().startsWith("poison")) {
      throw new IllegalArgumentException("this handler cannot digest " + event.commandId());
    }
    AtomicInteger faults = transientFaults.get(event.commandId());
    if (faults != null && faults.getAndDecrement() > 0) {
      throw new IllegalStateException("database unreachable");
    }
    return List.of(
        new RunCommanded(event.commandId() + ".a", event.runId(), RunCommand.RESUME),
        new RunCommanded(event.commandId() + ".b", event.runId(), RunCommand.RESUME));
  }
}
