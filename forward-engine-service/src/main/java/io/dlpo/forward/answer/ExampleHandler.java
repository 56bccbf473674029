package io.dlpo.forward.answer;

import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.events.EventProcessor;
import io.dlpo.gateway.ModelGateway;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Answers each example with the forward model. Stateless: a repeated task gets its reply from the
 * ledger and gives an identical event.
 */
@ApplicationScoped
public class ExampleHandler {

  private final EventProcessor processor;
  private final ModelGateway gateway;

  ExampleHandler(EventProcessor processor, ModelGateway gateway) {
    this.processor = processor;
    this.gateway = gateway;
  }

  /**
   * Runs on a virtual thread; {@code dlpo.forward-engine.queue} limits their number. The gateway
   * lets {@code dlpo.forward-engine.concurrency} of them call the model at the same time, fair
   * between runs.
   */
  @Incoming("examples")
  @RunOnVirtualThread
  @Blocking(value = "forward", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, ExampleRequested.class, this::answer);
  }

  private List<PredictionProduced> answer(ExampleRequested task) {
    return List.of(PredictionMapper.map(task, gateway.call(ForwardRequest.of(task))));
  }
}
