/**
 * Infrastructure that the integration tests of all modules share: Kafka and PostgreSQL, consumers
 * of topics, and a scripted model. There is one broker and one database server per JVM, shared
 * across class loaders; every start of a Quarkus test application gets an empty database. Topics
 * and consumer groups exist as long as the JVM, so tests use unique run ids to identify their
 * records.
 */
@NullMarked
package io.dlpo.testing;

import org.jspecify.annotations.NullMarked;
