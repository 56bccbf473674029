#!/bin/sh
# Written by GeneratedFilesTest (-Ddlpo.kubernetes.write=true); do not edit.
# Makes the topics, and gives the users their rights; what is there already stays. With bin/ of Kafka on the PATH:
#   BROKER=kafka.example.com:9093 ADMIN=admin.properties sh broker.sh
set -eu
topic() { # name, partitions, retention in milliseconds
  kafka-topics.sh --bootstrap-server "$BROKER" --command-config "$ADMIN" --create --if-not-exists --topic "$1" \
    --partitions "$2" --replication-factor "${REPLICAS:-3}" --config "retention.ms=$3" \
    --config "min.insync.replicas=${IN_SYNC:-2}"
}
allow() { # user, operation, kind of resource, name
  kafka-acls.sh --bootstrap-server "$BROKER" --command-config "$ADMIN" --add --force \
    --allow-principal "User:$1" --operation "$2" "--$3" "$4"
}
topic dlpo.run.requested.v1 6 2592000000
topic dlpo.run.requested.v1.optimizer.dlq 1 2592000000
topic dlpo.run.commanded.v1 6 2592000000
topic dlpo.run.commanded.v1.evaluator.dlq 1 2592000000
topic dlpo.run.commanded.v1.optimizer.dlq 1 2592000000
topic dlpo.prompt.proposed.v1 6 2592000000
topic dlpo.prompt.proposed.v1.forward-engine.dlq 1 2592000000
topic dlpo.example.requested.v1 24 259200000
topic dlpo.example.requested.v1.forward-engine.dlq 1 259200000
topic dlpo.prediction.produced.v1 24 2592000000
topic dlpo.prediction.produced.v1.evaluator.dlq 1 2592000000
topic dlpo.batch.scored.v1 6 2592000000
topic dlpo.batch.scored.v1.backward-engine.dlq 1 2592000000
topic dlpo.batch.scored.v1.optimizer.dlq 1 2592000000
topic dlpo.gradient.produced.v1 6 2592000000
topic dlpo.gradient.produced.v1.optimizer.dlq 1 2592000000
topic dlpo.update.replied.v1 6 2592000000
topic dlpo.prompt.accepted.v1 6 2592000000
topic dlpo.prompt.rejected.v1 6 2592000000
topic dlpo.run.finished.v1 6 2592000000
topic dlpo.prompt.commanded.v1 6 2592000000
topic dlpo.prompt.commanded.v1.optimizer.dlq 1 2592000000
topic dlpo.prompt.promoted.v1 6 2592000000
allow kafka-backward-engine Read group dlpo.backward-engine.scores
allow kafka-backward-engine Write topic dlpo.batch.scored.v1.backward-engine.dlq
allow kafka-backward-engine Read topic dlpo.batch.scored.v1
allow kafka-backward-engine Write topic dlpo.gradient.produced.v1
allow kafka-evaluator Read group dlpo.evaluator.predictions
allow kafka-evaluator Read group dlpo.evaluator.run-commands
allow kafka-evaluator Write topic dlpo.batch.scored.v1
allow kafka-evaluator Write topic dlpo.prediction.produced.v1.evaluator.dlq
allow kafka-evaluator Read topic dlpo.prediction.produced.v1
allow kafka-evaluator Write topic dlpo.run.commanded.v1.evaluator.dlq
allow kafka-evaluator Read topic dlpo.run.commanded.v1
allow kafka-forward-engine Read group dlpo.forward-engine.examples
allow kafka-forward-engine Read group dlpo.forward-engine.proposals
allow kafka-forward-engine Write topic dlpo.example.requested.v1.forward-engine.dlq
allow kafka-forward-engine Read topic dlpo.example.requested.v1
allow kafka-forward-engine Write topic dlpo.example.requested.v1
allow kafka-forward-engine Write topic dlpo.prediction.produced.v1
allow kafka-forward-engine Write topic dlpo.prompt.proposed.v1.forward-engine.dlq
allow kafka-forward-engine Read topic dlpo.prompt.proposed.v1
allow kafka-optimizer Describe group dlpo.backward-engine.scores
allow kafka-optimizer Describe group dlpo.evaluator.predictions
allow kafka-optimizer Describe group dlpo.evaluator.run-commands
allow kafka-optimizer Describe group dlpo.forward-engine.examples
allow kafka-optimizer Describe group dlpo.forward-engine.proposals
allow kafka-optimizer Describe group dlpo.optimizer.gradients
allow kafka-optimizer Read group dlpo.optimizer.gradients
allow kafka-optimizer Describe group dlpo.optimizer.prompt-commands
allow kafka-optimizer Read group dlpo.optimizer.prompt-commands
allow kafka-optimizer Describe group dlpo.optimizer.run-commands
allow kafka-optimizer Read group dlpo.optimizer.run-commands
allow kafka-optimizer Describe group dlpo.optimizer.run-requests
allow kafka-optimizer Read group dlpo.optimizer.run-requests
allow kafka-optimizer Describe group dlpo.optimizer.scores
allow kafka-optimizer Read group dlpo.optimizer.scores
allow kafka-optimizer Read topic dlpo.batch.scored.v1.backward-engine.dlq
allow kafka-optimizer Read topic dlpo.batch.scored.v1.optimizer.dlq
allow kafka-optimizer Write topic dlpo.batch.scored.v1.optimizer.dlq
allow kafka-optimizer Describe topic dlpo.batch.scored.v1
allow kafka-optimizer Read topic dlpo.batch.scored.v1
allow kafka-optimizer Write topic dlpo.batch.scored.v1
allow kafka-optimizer Read topic dlpo.example.requested.v1.forward-engine.dlq
allow kafka-optimizer Describe topic dlpo.example.requested.v1
allow kafka-optimizer Write topic dlpo.example.requested.v1
allow kafka-optimizer Read topic dlpo.gradient.produced.v1.optimizer.dlq
allow kafka-optimizer Write topic dlpo.gradient.produced.v1.optimizer.dlq
allow kafka-optimizer Describe topic dlpo.gradient.produced.v1
allow kafka-optimizer Read topic dlpo.gradient.produced.v1
allow kafka-optimizer Write topic dlpo.gradient.produced.v1
allow kafka-optimizer Read topic dlpo.prediction.produced.v1.evaluator.dlq
allow kafka-optimizer Describe topic dlpo.prediction.produced.v1
allow kafka-optimizer Read topic dlpo.prediction.produced.v1
allow kafka-optimizer Write topic dlpo.prediction.produced.v1
allow kafka-optimizer Read topic dlpo.prompt.accepted.v1
allow kafka-optimizer Write topic dlpo.prompt.accepted.v1
allow kafka-optimizer Read topic dlpo.prompt.commanded.v1.optimizer.dlq
allow kafka-optimizer Write topic dlpo.prompt.commanded.v1.optimizer.dlq
allow kafka-optimizer Describe topic dlpo.prompt.commanded.v1
allow kafka-optimizer Read topic dlpo.prompt.commanded.v1
allow kafka-optimizer Write topic dlpo.prompt.commanded.v1
allow kafka-optimizer Write topic dlpo.prompt.promoted.v1
allow kafka-optimizer Read topic dlpo.prompt.proposed.v1.forward-engine.dlq
allow kafka-optimizer Describe topic dlpo.prompt.proposed.v1
allow kafka-optimizer Read topic dlpo.prompt.proposed.v1
allow kafka-optimizer Write topic dlpo.prompt.proposed.v1
allow kafka-optimizer Read topic dlpo.prompt.rejected.v1
allow kafka-optimizer Write topic dlpo.prompt.rejected.v1
allow kafka-optimizer Read topic dlpo.run.commanded.v1.evaluator.dlq
allow kafka-optimizer Read topic dlpo.run.commanded.v1.optimizer.dlq
allow kafka-optimizer Write topic dlpo.run.commanded.v1.optimizer.dlq
allow kafka-optimizer Describe topic dlpo.run.commanded.v1
allow kafka-optimizer Read topic dlpo.run.commanded.v1
allow kafka-optimizer Write topic dlpo.run.commanded.v1
allow kafka-optimizer Read topic dlpo.run.finished.v1
allow kafka-optimizer Write topic dlpo.run.finished.v1
allow kafka-optimizer Read topic dlpo.run.requested.v1.optimizer.dlq
allow kafka-optimizer Write topic dlpo.run.requested.v1.optimizer.dlq
allow kafka-optimizer Describe topic dlpo.run.requested.v1
allow kafka-optimizer Read topic dlpo.run.requested.v1
allow kafka-optimizer Write topic dlpo.run.requested.v1
allow kafka-optimizer Read topic dlpo.update.replied.v1
allow kafka-optimizer Write topic dlpo.update.replied.v1
