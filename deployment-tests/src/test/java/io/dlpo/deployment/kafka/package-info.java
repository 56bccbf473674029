/** What a Kafka cluster has to have for the services: topics, users and their rights. */
@NullMarked
package io.dlpo.deployment.kafka;

import org.jspecify.annotations.NullMarked;
