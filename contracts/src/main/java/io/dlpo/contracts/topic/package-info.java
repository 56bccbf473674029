/** The topics, as listed in {@code deploy/kafka/topics.yaml}. */
@NullMarked
package io.dlpo.contracts.topic;

import org.jspecify.annotations.NullMarked;
