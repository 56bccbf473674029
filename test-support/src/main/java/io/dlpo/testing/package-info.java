/**
 * What the integration tests of all modules share: real Kafka and PostgreSQL, taps on topics, and a
 * scripted model. One broker and one database server per JVM, whatever class loader asks; every
 * start of a Quarkus test application gets a fresh database. Topics and consumer groups live as
 * long as the JVM: tests tell their records apart by fresh run ids.
 */
@NullMarked
package io.dlpo.testing;

import org.jspecify.annotations.NullMarked;
