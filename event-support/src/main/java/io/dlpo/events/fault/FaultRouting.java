package io.dlpo.events.fault;

import io.dlpo.events.EventMeters;
import io.dlpo.events.EventSettings;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * The failure strategy {@code dlpo}. A permanent fault sends the record to the dead-letter topic
 * and the channel continues. So does a record that only a newer version can handle, once the
 * retries are over: the process would not recover by a restart. Any other fault stops the channel:
 * liveness fails, the process exits ({@link io.dlpo.events.channel.ChannelWatchdog}), is restarted,
 * and the record is delivered again. So no good record is lost to an outage. A record that is not
 * handled because of a shutdown is not a fault.
 */
@ApplicationScoped
@Identifier("dlpo")
public class FaultRouting implements KafkaFailureHandler.Factory {

  private static final Logger LOG = Logger.getLogger(FaultRouting.class);

  private final KafkaFailureHandler.Factory deadLetterQueue;
  private final KafkaFailureHandler.Factory failStop;
  private final EventSettings settings;
  private final EventMeters meters;

  FaultRouting(
      @Identifier("dead-letter-queue") KafkaFailureHandler.Factory deadLetterQueue,
      @Identifier("fail") KafkaFailureHandler.Factory failStop,
      EventSettings settings,
      EventMeters meters) {
    this.settings = settings;
    this.meters = meters;
    this.deadLetterQueue = deadLetterQueue;
    this.failStop = failStop;
  }

  @Override
  public KafkaFailureHandler create(
      KafkaConnectorIncomingConfiguration config,
      Vertx vertx,
      KafkaConsumer<?, ?> consumer,
      BiConsumer<Throwable, Boolean> reportFailure) {
    config.getTopic().ifPresent(meters::watch);
    return new Router(
        config.getChannel(),
        deadLetterQueue.create(config, vertx, consumer, reportFailure),
        failStop.create(config, vertx, consumer, reportFailure),
        settings.deadLetterBytes(),
        meters);
  }

  private record Router(
      String channel,
      KafkaFailureHandler permanent,
      KafkaFailureHandler failStop,
      int deadLetterBytes,
      EventMeters meters)
      implements KafkaFailureHandler {

    @Override
    public <K, V> Uni<Void> handle(
        IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
      if (Faults.isShutdown(reason)) {
        return Uni.createFrom().voidItem();
      }
      if (Faults.isPermanent(reason) || Faults.isNewer(reason)) {
        meters.deadLettered(record.getTopic(), DeadLetterReason.of(reason));
        LOG.warnf(
            "channel=%s topic=%s partition=%d offset=%d: sent to the dead-letter topic: %s",
            channel,
            record.getTopic(),
            record.getPartition(),
            record.getOffset(),
            FaultMessages.line(reason));
        return permanent.handle(
            BoundedRecord.of(record, deadLetterBytes), FaultMessages.bounded(reason), metadata);
      }
      meters.stopped(record.getTopic());
      LOG.errorf(
          reason,
          "channel=%s topic=%s partition=%d offset=%d: channel stops, record will be redelivered: %s",
          channel,
          record.getTopic(),
          record.getPartition(),
          record.getOffset(),
          FaultMessages.line(reason));
      return failStop.handle(record, reason, metadata);
    }

    @Override
    public void terminate() {
      permanent.terminate();
      failStop.terminate();
    }
  }
}
