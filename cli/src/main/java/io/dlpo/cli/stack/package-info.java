/** The local stack: broker, database, simulator and services as processes. */
@NullMarked
package io.dlpo.cli.stack;

import org.jspecify.annotations.NullMarked;
