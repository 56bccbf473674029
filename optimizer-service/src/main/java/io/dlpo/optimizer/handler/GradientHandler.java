package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.update.RecordedReplies;
import io.dlpo.core.update.UpdateConversation;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateReply;
import io.dlpo.core.update.UpdateRequest;
import io.dlpo.events.EventProcessor;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelGateway;
import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.ReplyForm;
import io.dlpo.optimizer.store.RunQueries;
import io.dlpo.optimizer.store.RunStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Lets the backward model turn each gradient into edits, and applies both to the run. */
@ApplicationScoped
public class GradientHandler {

  private final EventProcessor processor;
  private final RunStore runs;
  private final RunQueries queries;
  private final ModelGateway gateway;

  GradientHandler(
      EventProcessor processor, RunStore runs, RunQueries queries, ModelGateway gateway) {
    this.processor = processor;
    this.runs = runs;
    this.queries = queries;
    this.gateway = gateway;
  }

  /** Runs on a virtual thread. */
  @Incoming("gradients")
  @RunOnVirtualThread
  @Blocking(value = "updates", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.processOutcome(record, GradientProduced.class, this::update);
  }

  /** Calls the model before the transaction, so that the run's lock is not held during the call. */
  private Outcome update(GradientProduced gradient) {
    EvaluationId evaluation = gradient.evaluation().id();
    Optional<UpdateDialogue> dialogue =
        queries
            .state(gradient.runId())
            .flatMap(stored -> stored.state().updateFor(stored.context(), gradient));
    List<UpdateReply> replies =
        dialogue
            .map(
                conversation ->
                    UpdateConversation.hold(conversation, request -> ask(evaluation, request)))
            .orElseGet(List::of);
    Optional<UpdateReplied> log =
        dialogue.map(conversation -> RecordedReplies.of(conversation, replies).event(gradient));
    return runs.apply(
        gradient,
        (state, context) ->
            state
                .updated(context, gradient, replies)
                .map(effect -> log.map(effect::from).orElse(effect)));
  }

  private UpdateReply ask(EvaluationId evaluation, UpdateRequest request) {
    ModelReply reply =
        gateway.call(
            new ModelRequest(
                request.engine(),
                request.system(),
                request.user(),
                request.sampleScope(),
                request.attempt(),
                request.requester(),
                evaluation,
                request.kind(),
                new ReplyForm(request.replySchema().name(), request.replySchema().schema())));
    return switch (reply) {
      case ModelReply.Replied replied ->
          new UpdateReply.Answered(
              request.kind(),
              replied.text(),
              replied.finish() == FinishReason.LENGTH,
              replied.call(),
              replied.notes());
      case ModelReply.Failed failed ->
          new UpdateReply.Failed(request.kind(), failed.failure(), failed.call());
    };
  }
}
